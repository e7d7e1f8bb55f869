import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { admitPage, admitReader } from '../../platform/admit.ts';
import { changeAndTell, forgetUnread, fromPage, fromReader, housekeeping, readOpenTabs, takePackaged } from '../../platform/answers.ts';
import { answer } from '../../platform/ask.ts';
import { isFeedAlarm, lookAtFeeds, planFirstLook } from '../../platform/feed-turns.ts';
import type { FromPage, FromReader } from '../../platform/messages.ts';
import { forPages } from '../../platform/page-settings.ts';
import { cancelLook, lookAgain } from '../../platform/pages.ts';
import { dropAccess, endOnce } from '../../platform/permission.ts';
import { syncRegistrations } from '../../platform/registration.ts';
import { closeStorage, onSettings } from '../../platform/settings.ts';
import { dropSpeech } from '../../platform/speech.ts';
import { onFound } from '../../platform/storage.ts';
import { forgetTab, rereadAll, tellAll } from '../../platform/tabs.ts';
import { endOfPrivate } from '../../platform/verdicts.ts';
import { listenToNotifications } from '../../platform/watched.ts';
import { listenToCommands, listenToMenu, makeMenu } from './reach.ts';

const HOUSEKEEPING = 'housekeeping';
const DAY = 24 * 60;

/** Every listener is registered at once: a background that wakes for an event gets it only then. */
export default defineBackground(() => {
  answer<FromPage>(fromPage, admitPage);
  answer<FromReader>(fromReader, admitReader);
  onFound(() => void rereadAll());
  listenToMenu();
  listenToCommands();
  listenToNotifications();
  void browser.action.setBadgeBackgroundColor({ color: '#4b5563' });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenu();
    void browser.alarms.create(HOUSEKEEPING, { delayInMinutes: 5, periodInMinutes: DAY });
    void takePackaged();
    void planFirstLook();
    void syncRegistrations();
    void readOpenTabs();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
  });
  browser.runtime.onStartup.addListener(() => {
    void browser.alarms.create(HOUSEKEEPING, { delayInMinutes: 5, periodInMinutes: DAY });
    void planFirstLook();
    void syncRegistrations();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === HOUSEKEEPING) void housekeeping();
    if (isFeedAlarm(name)) void lookAtFeeds();
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    cancelLook(tabId);
    forgetTab(tabId);
    void endOnce(tabId);
    void endOfPrivate();
  });
  // The last tab of a window is gone before its window is.
  browser.windows.onRemoved.addListener(() => void endOfPrivate());

  const accessChanged = () => {
    dropAccess();
    void syncRegistrations();
    void forgetUnread();
    void rereadAll();
  };
  browser.permissions.onAdded.addListener(() => {
    accessChanged();
    listenToNotifications();
    // The browser's question may have closed the popup that asked: the open page is read all the same.
    void readOpenTabs();
  });
  browser.permissions.onRemoved.addListener((removed) => {
    accessChanged();
    if (removed.origins?.some((origin) => origin === '*://*/*' || origin === '<all_urls>')) void changeAndTell({ everyPage: false });
  });

  // Pages are told what they need of the settings and have no way to the rest of what is stored.
  void closeStorage();
  onSettings((now, before) => {
    void tellAll('settings', forPages(now));
    if (now.language !== before.language) {
      dropSpeech();
      void makeMenu();
    }
    if (now.pausedEverywhere !== before.pausedEverywhere || now.pausedHosts.join() !== before.pausedHosts.join()) void forgetUnread();
    if (now.retentionDays !== before.retentionDays) void housekeeping();
    if (now.recording && !before.recording) lookAgain();
  });
});
