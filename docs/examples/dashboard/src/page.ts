import type { User } from './api.js';

/** What the dashboard shows; a section that could not be loaded is `undefined`. */
export interface Dashboard {
  user: User;
  notifications: string[] | undefined;
  activity: string[] | undefined;
}

export function showDashboard(dashboard: Dashboard): void {
  console.log(`Hello, ${dashboard.user.name}!`);
  showSection('Notifications', dashboard.notifications);
  showSection('Activity', dashboard.activity);
}

export function showSignIn(): void {
  console.log('Please sign in again.');
}

function showSection(title: string, lines: string[] | undefined): void {
  console.log(`${title}: ${lines?.join(', ') ?? 'failed to load'}`);
}
