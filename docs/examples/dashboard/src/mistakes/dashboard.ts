import { fetchActivity, fetchNotifications, fetchUser } from '../api.js';
import { showDashboard } from '../page.js';

// One section that fails to load takes the other two with it.
// ❌ no-unhandled-rejection
const [user, notifications, activity] = await Promise.all([
  fetchUser(),
  fetchNotifications(),
  fetchActivity(),
]);

showDashboard({ user, notifications, activity });
