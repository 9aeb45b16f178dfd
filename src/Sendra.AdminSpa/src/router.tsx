import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { meQuery } from './access/session';
import { showWorkspace } from './access/standing';
import { ApiProblem } from './api/problem';
import { optional, parseSearch, readChoice, readNumber, readText, stringifySearch } from './common/search';
import { readContactsSearch } from './contacts/search';
import { enrollmentStatuses } from './enrollments/status';
import { readLogSearch } from './events/search';
import { readAuditSearch } from './auditLog/search';
import { readAutomationsSearch } from './automations/search';
import { readMessagesSearch } from './messages/search';
import { PageError } from './shell/PageError';
import { PageNotFound } from './shell/PageNotFound';
import { PageSkeleton } from './shell/PageSkeleton';
import { Shell } from './shell/Shell';
import { deliveryStatuses } from './sources/status';
import { origins, scopes } from './suppressions/words';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet });

// Only a path of this app: a link from elsewhere must not lead a fresh session to another site.
const readNext = optional((search) => {
  const next = readText(search.next);
  return { next: next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : undefined };
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: optional((search) => ({ ...readNext(search), step: readText(search.step), problem: readText(search.problem), provider: readText(search.provider) })),
  component: lazyRouteComponent(() => import('./access/SignInPage')),
});

// What a provider's callback says.
const readCallback = optional((search) => ({ problem: readText(search.problem), provider: readText(search.provider) }));

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: readNext,
  component: lazyRouteComponent(() => import('./access/SignUpPage')),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./access/ForgotPasswordPage')),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('./access/ResetPasswordPage')),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/verify-email',
  component: lazyRouteComponent(() => import('./access/VerifyEmailPage')),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite',
  component: lazyRouteComponent(() => import('./access/InvitePage')),
});

const newWorkspace = createRoute({
  getParentRoute: () => root,
  path: '/new-workspace',
  component: lazyRouteComponent(() => import('./access/NewWorkspacePage')),
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      const { workspace: current } = await context.queryClient.ensureQueryData(meQuery);
      if (current === null) {
        throw redirect({ to: '/new-workspace' });
      }

      showWorkspace(current.id);
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.status === 401) {
        throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } });
      }

      throw failure;
    }
  },
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('./home/HomePage')),
});

const events = createRoute({
  getParentRoute: () => app,
  path: '/settings/events',
  component: lazyRouteComponent(() => import('./events/EventsLayout')),
});

const log = createRoute({
  getParentRoute: () => events,
  path: '/',
  validateSearch: readLogSearch,
  component: lazyRouteComponent(() => import('./events/LogPage')),
});

const patterns = createRoute({
  getParentRoute: () => events,
  path: '/patterns',
  validateSearch: optional((search) => ({ query: readText(search.query) })),
  component: lazyRouteComponent(() => import('./patterns/PatternsPage')),
});

const sources = createRoute({
  getParentRoute: () => events,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources/SourcesPage')),
});

const newSource = createRoute({
  getParentRoute: () => app,
  path: '/settings/events/sources/new',
  component: lazyRouteComponent(() => import('./sources/NewSourcePage')),
});

const source = createRoute({
  getParentRoute: () => app,
  path: '/settings/events/sources/$sourceId',
  validateSearch: optional((search) => ({
    tab: readChoice(search.tab, ['mapping']),
    status: readChoice(search.status, deliveryStatuses),
    delivery: readText(search.delivery),
    sample: readText(search.sample),
  })),
  component: lazyRouteComponent(() => import('./sources/SourcePage')),
});

const event = createRoute({
  getParentRoute: () => app,
  path: '/settings/events/log/$eventId',
  component: lazyRouteComponent(() => import('./events/EventPage')),
});

const automations = createRoute({
  getParentRoute: () => app,
  path: '/automations',
  validateSearch: readAutomationsSearch,
  component: lazyRouteComponent(() => import('./automations/AutomationsPage')),
});

const newAutomation = createRoute({
  getParentRoute: () => app,
  path: '/automations/new',
  validateSearch: optional((search) => ({ eventName: readText(search.eventName) })),
  component: lazyRouteComponent(() => import('./automations/NewAutomationPage')),
});

const automation = createRoute({
  getParentRoute: () => app,
  path: '/automations/$automationId',
  validateSearch: optional((search) => ({
    tab: readChoice(search.tab, ['enrollments']),
    status: readChoice(search.status, enrollmentStatuses),
    email: readText(search.email),
    step: readText(search.step),
    version: readNumber(search.version),
  })),
  component: lazyRouteComponent(() => import('./automations/AutomationPage')),
});

const templates = createRoute({
  getParentRoute: () => app,
  path: '/templates',
  validateSearch: optional((search) => ({ query: readText(search.query) })),
  component: lazyRouteComponent(() => import('./templates/TemplatesPage')),
});

const newTemplate = createRoute({
  getParentRoute: () => app,
  path: '/templates/new',
  validateSearch: optional((search) => ({ starter: readText(search.starter), from: readText(search.from) })),
  component: lazyRouteComponent(() => import('./templates/NewTemplatePage')),
});

const template = createRoute({
  getParentRoute: () => app,
  path: '/templates/$templateId',
  component: lazyRouteComponent(() => import('./templates/TemplatePage')),
});

const messages = createRoute({
  getParentRoute: () => app,
  path: '/messages',
  validateSearch: readMessagesSearch,
  component: lazyRouteComponent(() => import('./messages/MessagesPage')),
});

const message = createRoute({
  getParentRoute: () => app,
  path: '/messages/$messageId',
  component: lazyRouteComponent(() => import('./messages/MessagePage')),
});

const enrollment = createRoute({
  getParentRoute: () => app,
  path: '/enrollments/$enrollmentId',
  component: lazyRouteComponent(() => import('./enrollments/EnrollmentPage')),
});

const contacts = createRoute({
  getParentRoute: () => app,
  path: '/contacts',
  validateSearch: readContactsSearch,
  component: lazyRouteComponent(() => import('./contacts/ContactsPage')),
});

const contact = createRoute({
  getParentRoute: () => app,
  path: '/contacts/$contactId',
  validateSearch: optional((search) => ({ tab: readChoice(search.tab, ['enrollments']) })),
  component: lazyRouteComponent(() => import('./contacts/ContactPage')),
});

const suppressions = createRoute({
  getParentRoute: () => app,
  path: '/suppressions',
  validateSearch: optional((search) => ({
    email: readText(search.email),
    scope: readChoice(search.scope, scopes.map(({ value }) => value)),
    origin: readChoice(search.origin, origins.map(({ value }) => value)),
  })),
  component: lazyRouteComponent(() => import('./suppressions/SuppressionsPage')),
});

const customFields = createRoute({
  getParentRoute: () => app,
  path: '/settings/custom-fields',
  component: lazyRouteComponent(() => import('./customFields/CustomFieldsPage')),
});

const apiKeys = createRoute({
  getParentRoute: () => app,
  path: '/settings/api-keys',
  component: lazyRouteComponent(() => import('./apiKeys/ApiKeysPage')),
});

const members = createRoute({
  getParentRoute: () => app,
  path: '/settings/members',
  component: lazyRouteComponent(() => import('./members/MembersPage')),
});

const auditLog = createRoute({
  getParentRoute: () => app,
  path: '/settings/audit-log',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./auditLog/AuditLogPage')),
});

const account = createRoute({
  getParentRoute: () => app,
  path: '/account',
  validateSearch: readCallback,
  component: lazyRouteComponent(() => import('./access/AccountPage')),
});

const workspace = createRoute({
  getParentRoute: () => app,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('./workspace/WorkspacePage')),
});

const routes = root.addChildren([
  signIn,
  signUp,
  forgotPassword,
  resetPassword,
  verifyEmail,
  invite,
  newWorkspace,
  app.addChildren([
    home,
    events.addChildren([log, patterns, sources]),
    newSource,
    source,
    event,
    automations,
    newAutomation,
    automation,
    templates,
    newTemplate,
    template,
    messages,
    message,
    enrollment,
    contacts,
    contact,
    suppressions,
    customFields,
    apiKeys,
    members,
    workspace,
    auditLog,
    account,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: routes,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    search: { strict: true }, // what no page reads is no filter
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageNotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
