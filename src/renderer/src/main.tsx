/**
 * The renderer's start. It connects before anything else: the workspace comes while React and all that draws is still being loaded,
 * so that the first thing drawn is the first screen.
 */
import './without-eval.ts';
import { keepConnected } from './client/client.ts';
import { forgetWithOthers } from './client/forget.ts';

forgetWithOthers();
void keepConnected(new AbortController().signal);
void import('./page.tsx');
