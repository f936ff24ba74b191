/** Composition root: styles, frame, service worker. */
import { mount } from 'svelte';

import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import App from './App.svelte';
import { updates } from './state/updates.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
void updates.start();
