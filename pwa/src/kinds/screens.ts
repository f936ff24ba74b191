/** Puts the screens that every phone has in their places: each kind's `screens.ts`, read when the app starts. */
import.meta.glob('./*/screens.ts', { eager: true });
