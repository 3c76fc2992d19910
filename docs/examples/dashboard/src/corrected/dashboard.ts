import { fetchActivity, fetchNotifications, fetchUser } from '../api.js';
import { showDashboard, showSignIn } from '../page.js';

// Without a user there is no page: `all`. The sections are worth showing one by one: `allSettled`.
try {
  const [user, [notifications, activity]] = await Promise.all([
    fetchUser(),
    Promise.allSettled([fetchNotifications(), fetchActivity()]),
  ]);
  showDashboard({
    user,
    notifications:
      notifications.status === 'fulfilled' ? notifications.value : undefined,
    activity: activity.status === 'fulfilled' ? activity.value : undefined,
  });
} catch {
  showSignIn();
}
