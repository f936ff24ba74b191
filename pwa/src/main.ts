/** Composition root: styles, frame, service worker. */
import { mount } from 'svelte';

import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/late.css';
import './styles/print.css';
import App from './App.svelte';
import { keepFocus } from './frame/kept_focus.ts';
import './kinds/all.ts';
import { TEXTS } from './kinds/catalogue.ts';
import './kinds/screens.ts';
import { watchFaults } from './lib/faults.ts';
import { language } from './lib/i18n/language.svelte.ts';
import { followKeyboard } from './lib/keyboard.ts';
import { keepAlive } from './lib/wrapped.ts';
import { claimTab } from './state/tab.ts';
import { updates } from './state/updates.svelte.ts';

watchFaults();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
keepAlive(document.body);
followKeyboard();
keepFocus();
// Not awaited here: a part that is loaded on demand may import from this file, and would wait for it in turn.
// A browser that keeps nothing refuses a tab its name: the app then says what to do.
void Promise.allSettled([language.start(TEXTS), claimTab()]).then(() => {
  mount(App, { target });
  target.querySelector('.unstarted')?.remove();
});
void updates.start();
