// What the pages of reports and their list have in common.
const root = document.documentElement;
const body = document.body;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const digits = [...body.dataset.digits];
const count = (n) => String(n).replace(/[0-9]/g, (d) => digits[d]);
const store = {
  get(key) { try { return localStorage.getItem("muqabala." + key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem("muqabala." + key, value); } catch { /* not kept */ } },
};

// The same letters for a reader: variants of yeh, kaf, alef and heh, digits, marks, joiners.
const folded = (text) => text.normalize("NFKD").toLowerCase()
  .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0300-\u036f\u200b-\u200f\u2066-\u2069\u00ad\u0621\u0654\u0655]/g, "")
  .replace(/[\u064a\u0649\u0626]/g, "\u06cc").replace(/\u0643/g, "\u06a9")
  .replace(/[\u0623\u0625\u0622\u0671]/g, "\u0627").replace(/[\u0629\u06c0\u06d5\u06c1]/g, "\u0647").replace(/\u0624/g, "\u0648")
  .replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x660)
  .replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - 0x6f0);
