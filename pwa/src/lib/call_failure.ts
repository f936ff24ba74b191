/**
 * Why a call got no answer. `interrupted`: the tab that held the data closed while it worked; whether
 * the intent was written is unknown, so it is not given twice. `unsupported`: the browser cannot make the keys.
 */
export type CallFailure = 'not_open' | 'interrupted' | 'unsupported' | 'crashed';
