// The top of the board: ward, counts, connection, clock, sound, who is signed in.

import { html, LitElement, nothing } from 'lit';
import { clockTime } from './format.js';
import { headerStyle } from './header-style.js';
import { m } from './messages.js';
import { alarmFills, alarmIcons, basics, controls } from './shared-style.js';

const KINDS = ['high', 'medium', 'low', 'technical'];

/**
 * `<wl-header>`: dispatches `mute-sound`, `sign-in`, `sign-out`, `theme`, `help`, `find` ({text}).
 */
export class StationHeader extends LitElement {
  static properties = {
    ward: { attribute: false },
    demo: { attribute: false },
    counts: { attribute: false },
    session: { attribute: false },
    all: { attribute: false },
    occupied: { attribute: false },
    now: { attribute: false },
    connection: { attribute: false },
    sound: { attribute: false },
    notFound: { attribute: false },
  };

  static styles = [basics, controls, alarmIcons, alarmFills, headerStyle];

  constructor() {
    super();
    this.all = 0;
    this.occupied = 0;
    this.connection = 'connecting';
    this.sound = 'not-started';
  }

  render() {
    return html`
      <header>
        <h1>${this.ward?.name ?? m.product}</h1>
        ${this.demo ? html`<span class="demo">${this.demo.title}</span>` : nothing}
        ${this.all ? html`<span class="beds">${m.header.beds(this.occupied, this.all)}</span>` : nothing}
        ${this.counts && this.ward ? this.renderCounts() : nothing}
        <span class="push"></span>
        ${this.renderFind()}
        <span class="pill" data-state=${this.connection}><i></i>${this.connectionText()}</span>
        <time>${this.ward ? clockTime(this.now, this.ward.timeZone) : m.header.clockUnknown}</time>
        ${this.renderSound()}
        ${this.renderUser()}
        <a class="to" href="/register">${m.register.open}</a>
        <a class="to" href="/burden">${m.burden.open}</a>
        <button class="plain square" title=${m.header.theme} aria-label=${m.header.theme} @click=${() => this.tell('theme')}>◐</button>
        <button class="plain square" title=${m.header.help} aria-label=${m.header.help} @click=${() => this.tell('help')}>?</button>
        ${this.demo?.notes?.length ? html`<p class="notes">${this.demo.notes.map((note) => html`<span>${note}</span>`)}
        <a href="/pager" target="wardlight-pager">${m.header.pager}</a></p>` : nothing}
      </header>`;
  }

  renderCounts() {
    const { unacknowledged } = this.counts;
    return html`<ul class="counts" aria-label=${m.list.title}>
      ${KINDS.map((kind) => html`<li class=${this.counts[kind] > 0 ? 'fill' : 'zero'} data-tone=${kind} title=${m.header.counts[kind]}>
        <i class="icon" data-tone=${kind}></i>${this.counts[kind]}<span class="quiet">${m.header.counts[kind]}</span></li>`)}
      <li class="unseen ${unacknowledged > 0 ? 'some' : ''}">
        ${unacknowledged > 0 ? m.header.unacknowledged(unacknowledged) : m.header.allAcknowledged}</li>
    </ul>`;
  }

  renderFind() {
    return html`<form class="find" role="search" @submit=${this.onFind}>
      <input name="bed" size="8" autocomplete="off" spellcheck="false" placeholder=${`${m.header.findBed}  /`} aria-label=${m.header.findBed}
        @keydown=${(event) => event.key === 'Escape' && event.target.blur()} />
      ${this.notFound ? html`<span class="nothing" role="status">${m.header.notFound(this.notFound)}</span>` : nothing}
    </form>`;
  }

  /** Only while there is sound: until then the full-width bar below asks for it. */
  renderSound() {
    return this.sound === 'on'
      ? html`<button title=${m.header.soundTitle} @click=${() => this.tell('mute-sound')}>♪ ${m.header.soundOn}</button>`
      : html`<span class="mute">${m.header.soundOff}</span>`;
  }

  renderUser() {
    return this.session
      ? html`<span class="user"><b>${this.session.name}</b> <button class="plain" @click=${() => this.tell('sign-out')}>${m.header.signOut}</button></span>`
      : html`<button @click=${() => this.tell('sign-in')}>${m.header.signIn}</button>`;
  }

  connectionText() {
    return { live: m.header.live, reconnecting: m.header.reconnecting, 'not-monitoring': m.header.notMonitoring }[this.connection]
      ?? m.header.connecting;
  }

  focusFind() {
    this.renderRoot.querySelector('.find input').select();
  }

  onFind(event) {
    event.preventDefault();
    const input = event.target.elements.bed;
    if (input.value.trim()) {
      this.tell('find', { text: input.value.trim() });
      input.value = '';
    }
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define('wl-header', StationHeader);
