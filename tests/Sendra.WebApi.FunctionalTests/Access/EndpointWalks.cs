namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>Every endpoint of the API. A new one has to be added here, or the walk fails.</summary>
internal static class EndpointWalks
{
    private const string Read = "read";
    private const string Manage = "manage";
    private const string Send = "events:send";
    private const string Caller = "caller";
    private const string Session = "session";
    private const string Owner = "owner";

    private static readonly object Event = new { email = "walker@example.com", eventName = "walked" };
    private static readonly object Automation = new { name = "Walked", trigger = new { eventName = "walked" }, frequency = "everyTime", exitEvents = Array.Empty<string>() };
    private static readonly object Template = new { name = "Walked", subject = "Walked", format = "html", source = "<p>Walked</p>" };
    private static readonly object Source = new { name = "Walked", emailPath = "email", eventName = new { path = "event" } };
    private static readonly object Payload = new { payload = new { email = "walker@example.com" }, mapping = new { emailPath = "email", eventName = new { @fixed = "walked" } } };

    public static readonly IReadOnlyDictionary<string, EndpointWalk> All = new Dictionary<string, EndpointWalk>
    {
        // Access
        ["post /api/auth/register"] = Open("/api/auth/register", _ => new { email = $"{Guid.NewGuid():N}@example.com", password = TestClient.Password, workspaceName = "W" }, 201),
        ["post /api/auth/login"] = Open("/api/auth/login", _ => new { email = "nobody@example.com", password = "wrong password" }, 401),
        ["get /api/auth/login/second-factor"] = Open("/api/auth/login/second-factor", _ => null, 401),
        ["post /api/auth/login/second-factor"] = Open("/api/auth/login/second-factor", _ => new { code = "123456" }, 401),
        ["get /api/auth/second-factor"] = List(Session, "/api/auth/second-factor"),
        ["post /api/auth/second-factor"] = Own(Session, "/api/auth/second-factor", null, 200),
        ["put /api/auth/second-factor"] = Own(Session, "/api/auth/second-factor", new { code = "123456" }, 409),
        ["delete /api/auth/second-factor"] = Own(Session, "/api/auth/second-factor", null, 200),
        ["post /api/auth/second-factor/recovery-codes"] = Own(Session, "/api/auth/second-factor/recovery-codes", null, 409),
        ["get /api/auth/passkeys"] = List(Session, "/api/auth/passkeys"),
        ["post /api/auth/passkeys/challenge"] = Own(Session, "/api/auth/passkeys/challenge", null, 200),
        ["post /api/auth/passkeys"] = Own(Session, "/api/auth/passkeys", new { token = "none", credential = "{}", name = "Walked" }, 401),
        ["patch /api/auth/passkeys/{id}"] = One(Session, workspace => $"/api/auth/passkeys/{workspace.Id}", new { name = "Walked" }),
        ["delete /api/auth/passkeys/{id}"] = One(Session, workspace => $"/api/auth/passkeys/{workspace.Id}"),
        ["post /api/auth/login/passkey/challenge"] = Open("/api/auth/login/passkey/challenge", _ => null, 200),
        ["post /api/auth/login/passkey"] = Open("/api/auth/login/passkey", _ => new { token = "none", credential = "{}" }, 401),
        ["post /api/auth/confirm/passkey"] = Own(Session, "/api/auth/confirm/passkey", new { token = "none", credential = "{}" }, 401),
        ["post /api/auth/providers/{provider}/sign-in"] = Open("/api/auth/providers/none/sign-in", _ => new { }, 404),
        ["post /api/auth/providers/{provider}/link"] = Own(Session, "/api/auth/providers/none/link", null, 404),
        ["get /api/auth/providers/links"] = List(Session, "/api/auth/providers/links"),
        ["delete /api/auth/providers/links/{id}"] = One(Session, workspace => $"/api/auth/providers/links/{workspace.Id}"),
        ["get /api/auth/confirm"] = new(Session, _ => "/api/auth/confirm", null, 204),
        ["post /api/auth/confirm"] = Own(Session, "/api/auth/confirm", new { password = TestClient.Password }, 200),
        ["post /api/invitations/preview"] = Open("/api/invitations/preview", _ => new { token = new string('x', 32) }, 404),
        ["post /api/invitations/accept"] = Open("/api/invitations/accept", _ => new { token = new string('x', 32), email = "a@example.com", password = TestClient.Password }, 404),
        ["post /api/auth/forgot-password"] = Open("/api/auth/forgot-password", _ => new { email = "nobody@example.com" }, 409),
        ["post /api/auth/reset-password"] = Open("/api/auth/reset-password", _ => new { token = new string('x', 32), password = TestClient.Password }, 404),
        ["post /api/auth/verification"] = Own(Session, "/api/auth/verification", null, 409),
        ["post /api/auth/verify-email"] = Own(Session, "/api/auth/verify-email", new { token = new string('x', 32) }, 404),
        ["get /api/auth/options"] = new(null, _ => "/api/auth/options", null, 200),
        ["get /api/auth/sessions"] = List(Session, "/api/auth/sessions"),
        ["delete /api/auth/sessions/{id}"] = One(Session, workspace => $"/api/auth/sessions/{workspace.Id}"),
        ["delete /api/auth/sessions"] = Own(Session, "/api/auth/sessions", null, 204),
        ["post /api/workspaces"] = Own(Session, "/api/workspaces", new { name = "Walked" }, 201),
        ["patch /api/workspaces/{id}"] = One(Session, workspace => $"/api/workspaces/{workspace.Id}", new { name = "Walked" }),
        ["delete /api/workspaces/{id}"] = One(Session, workspace => $"/api/workspaces/{workspace.Id}", new { name = "Acme" }),
        ["get /api/auth/me"] = List(Session, "/api/auth/me"),
        ["post /api/auth/switch"] = new(Session, _ => "/api/auth/switch", workspace => new { workspaceId = workspace.Id }, 404),
        ["post /api/auth/password"] = Own(Session, "/api/auth/password", new { currentPassword = TestClient.Password, newPassword = "another battery" }, 200),
        ["post /api/auth/logout"] = Own(Session, "/api/auth/logout", null, 204),
        ["get /api/api-keys"] = List(Session, "/api/api-keys"),
        ["post /api/api-keys"] = Own(Owner, "/api/api-keys", new { name = "Walked", scopes = (string[])[Read] }, 201),
        ["delete /api/api-keys/{id}"] = One(Owner, workspace => $"/api/api-keys/{workspace.ApiKeyId}"),
        ["get /api/members"] = List(Session, "/api/members"),
        ["delete /api/members/{id}"] = One(Session, workspace => $"/api/members/{workspace.MemberId}"),
        ["get /api/invitations"] = List(Session, "/api/invitations"),
        ["post /api/invitations"] = Own(Owner, "/api/invitations", new { role = "member" }, 201),
        ["delete /api/invitations/{id}"] = One(Owner, workspace => $"/api/invitations/{workspace.InvitationId}"),
        ["get /api/status"] = List(Caller, "/api/status"),
        ["get /api/workspace/settings"] = List(Read, "/api/workspace/settings"),
        ["put /api/workspace/settings"] = Own(Manage, "/api/workspace/settings", new { retentionDays = 1 }, 200),
        ["post /api/workspace/signing-secret/rotate"] = Own(Owner, "/api/workspace/signing-secret/rotate", new { overlapHours = 1 }, 200),
        ["get /api/audit-log"] = new(Owner, workspace => $"/api/audit-log?actorId={workspace.MemberId}", null, 200),
        ["get /api/audit-log/export"] = new(Owner, workspace => $"/api/audit-log/export?format=ndjson&targetId={workspace.ApiKeyId}", null, 200),

        // Events
        ["post /api/events/send"] = Own(Send, "/api/events/send", Event, 200),
        ["post /api/events/batch"] = Own(Send, "/api/events/batch", new { events = (object[])[Event] }, 200),
        // Assistants say that they take a stream; this one does not.
        ["post /mcp"] = Own(Read, "/mcp", new { jsonrpc = "2.0", id = 1, method = "tools/list" }, 406),

        ["post /api/events/cloudevents"] = Own(Send, "/api/events/cloudevents", new { specversion = "1.0", id = "1", source = "/walk", type = "walked", email = "walker@example.com" }, 200),
        ["options /api/events/cloudevents"] = new(null, _ => "/api/events/cloudevents", null, 400),
        ["get /api/events"] = new(Read, workspace => $"/api/events?sourceId={workspace.SourceId}", null, 200),
        ["get /api/events/export"] = new(Read, workspace => $"/api/events/export?format=ndjson&email={workspace.ContactEmail}", null, 200),
        ["get /api/events/stats"] = new(Read, workspace => $"/api/events/stats?sourceId={workspace.SourceId}", null, 200),
        ["get /api/events/stream"] = new(Read, workspace => $"/api/events/stream?lastEventId={workspace.EventId}", null, 200),
        ["get /api/events/{id}"] = One(Read, workspace => $"/api/events/{workspace.EventId}"),

        // Patterns
        ["get /api/event-patterns"] = List(Read, "/api/event-patterns"),
        ["get /api/event-patterns/undeclared"] = List(Read, "/api/event-patterns/undeclared"),
        ["get /api/event-patterns/health"] = List(Read, "/api/event-patterns/health"),
        ["post /api/event-patterns"] = Own(Manage, "/api/event-patterns", new { name = "walked" }, 201),
        ["post /api/event-patterns/declare-undeclared"] = Own(Manage, "/api/event-patterns/declare-undeclared", new { }, 200),
        ["get /api/event-patterns/{id}"] = One(Read, workspace => $"/api/event-patterns/{workspace.PatternId}"),
        ["patch /api/event-patterns/{id}"] = One(Manage, workspace => $"/api/event-patterns/{workspace.PatternId}", new { description = "Walked" }),
        ["put /api/event-patterns/{id}"] = One(Manage, workspace => $"/api/event-patterns/{workspace.PatternId}", new { enforcement = "warn" }),
        ["post /api/event-patterns/{id}/learn"] = One(Manage, workspace => $"/api/event-patterns/{workspace.PatternId}/learn"),
        ["delete /api/event-patterns/{id}"] = One(Manage, workspace => $"/api/event-patterns/{workspace.PatternId}"),

        // Event sources
        ["get /api/event-sources"] = List(Read, "/api/event-sources"),
        ["get /api/event-sources/presets"] = List(Read, "/api/event-sources/presets"),
        ["post /api/event-sources"] = Own(Manage, "/api/event-sources", Source, 201),
        ["post /api/event-sources/preview"] = Own(Manage, "/api/event-sources/preview", Payload, 200),
        ["get /api/event-sources/{id}"] = One(Read, workspace => $"/api/event-sources/{workspace.SourceId}"),
        ["put /api/event-sources/{id}"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}", Source),
        ["delete /api/event-sources/{id}"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}"),
        ["post /api/event-sources/{id}/rotate"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}/rotate", new { overlapHours = 0 }),
        ["post /api/event-sources/{id}/preview"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}/preview", Payload),
        ["get /api/event-sources/{id}/stats"] = One(Read, workspace => $"/api/event-sources/{workspace.SourceId}/stats"),
        ["post /api/event-sources/{id}/test"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}/test", new { payload = Event }),
        ["get /api/event-sources/{id}/deliveries"] = One(Read, workspace => $"/api/event-sources/{workspace.SourceId}/deliveries"),
        ["post /api/event-sources/{id}/replay-skipped"] = One(Manage, workspace => $"/api/event-sources/{workspace.SourceId}/replay-skipped"),
        ["get /api/deliveries/skipped"] = List(Read, "/api/deliveries/skipped"),
        ["get /api/deliveries/{id}"] = One(Read, workspace => $"/api/deliveries/{workspace.DeliveryId}"),
        ["post /api/deliveries/{id}/replay"] = One(Manage, workspace => $"/api/deliveries/{workspace.DeliveryId}/replay"),
        ["get /api/webhooks/{token}"] = Open($"/api/webhooks/{new string('x', 32)}", _ => null, 404),
        ["post /api/webhooks/{token}"] = Open($"/api/webhooks/{new string('x', 32)}", _ => Event, 404),

        // Templates
        ["get /api/templates"] = List(Read, "/api/templates"),
        ["post /api/templates"] = Own(Manage, "/api/templates", Template, 201),
        ["get /api/templates/starters"] = List(Read, "/api/templates/starters"),
        ["get /api/templates/{id}"] = One(Read, workspace => $"/api/templates/{workspace.TemplateId}"),
        ["put /api/templates/{id}"] = One(Manage, workspace => $"/api/templates/{workspace.TemplateId}", Template),
        ["delete /api/templates/{id}"] = One(Manage, workspace => $"/api/templates/{workspace.TemplateId}"),
        ["get /api/templates/{id}/versions"] = One(Read, workspace => $"/api/templates/{workspace.TemplateId}/versions"),
        ["get /api/templates/{id}/versions/{version}"] = One(Read, workspace => $"/api/templates/{workspace.TemplateId}/versions/1"),
        ["post /api/templates/{id}/preview"] = One(Read, workspace => $"/api/templates/{workspace.TemplateId}/preview", new { }),
        ["post /api/templates/preview"] = Own(Read, "/api/templates/preview", new { template = Template }, 200),

        ["post /api/templates/{id}/test-send"] = One(Manage, workspace => $"/api/templates/{workspace.TemplateId}/test-send", new { to = "walker@example.com" }),
        ["get /api/messages"] = new(Read, workspace => $"/api/messages?templateId={workspace.TemplateId}", null, 200),
        ["get /api/messages/{id}"] = One(Read, workspace => $"/api/messages/{workspace.MessageId}"),

        // Automations, enrollments, contacts
        ["get /api/automations"] = List(Read, "/api/automations"),
        ["post /api/automations"] = Own(Manage, "/api/automations", Automation, 201),
        ["post /api/automations/simulate"] = new(Read, _ => "/api/automations/simulate", workspace => new { automationId = workspace.AutomationId }, 404),
        ["post /api/automations/test"] = new(Read, _ => "/api/automations/test", workspace => new { automationId = workspace.AutomationId, contact = new { email = "walker@example.com" }, @event = new { eventName = "walked" } }, 404),
        ["get /api/automations/{id}"] = One(Read, workspace => $"/api/automations/{workspace.AutomationId}"),
        ["put /api/automations/{id}"] = One(Manage, workspace => $"/api/automations/{workspace.AutomationId}", Automation),
        ["post /api/automations/{id}/activate"] = One(Manage, workspace => $"/api/automations/{workspace.AutomationId}/activate"),
        ["post /api/automations/{id}/pause"] = One(Manage, workspace => $"/api/automations/{workspace.AutomationId}/pause"),
        ["post /api/automations/{id}/archive"] = One(Manage, workspace => $"/api/automations/{workspace.AutomationId}/archive"),
        ["post /api/automations/{id}/duplicate"] = One(Manage, workspace => $"/api/automations/{workspace.AutomationId}/duplicate"),
        ["get /api/automations/{id}/stats"] = One(Read, workspace => $"/api/automations/{workspace.AutomationId}/stats"),
        ["get /api/automations/{id}/versions"] = One(Read, workspace => $"/api/automations/{workspace.AutomationId}/versions"),
        ["get /api/automations/{id}/versions/{version}"] = One(Read, workspace => $"/api/automations/{workspace.AutomationId}/versions/1"),
        ["get /api/enrollments"] = new(Read, workspace => $"/api/enrollments?automationId={workspace.AutomationId}&contactId={workspace.ContactId}", null, 200),
        ["get /api/enrollments/{id}"] = One(Read, workspace => $"/api/enrollments/{workspace.EnrollmentId}"),
        ["post /api/enrollments/{id}/exit"] = One(Manage, workspace => $"/api/enrollments/{workspace.EnrollmentId}/exit"),
        ["post /api/enrollments/{id}/retry"] = One(Manage, workspace => $"/api/enrollments/{workspace.EnrollmentId}/retry"),
        ["post /api/enrollments/{id}/advance"] = One(Manage, workspace => $"/api/enrollments/{workspace.EnrollmentId}/advance", new { step = 2 }),
        ["post /api/enrollments/{id}/complete"] = One(Manage, workspace => $"/api/enrollments/{workspace.EnrollmentId}/complete"),
        ["get /api/contacts"] = new(Read, workspace => $"/api/contacts?email={workspace.ContactEmail}", null, 200),
        ["post /api/contacts"] = Own(Manage, "/api/contacts", new { email = "walker@example.com" }, 201),
        ["get /api/contacts/export"] = new(Read, workspace => $"/api/contacts/export?format=ndjson&email={workspace.ContactEmail}", null, 200),

        // One import at a time: a second walk would come too soon after a first that began one.
        ["post /api/contacts/import"] = Own(Manage, "/api/contacts/import", new { csv = "" }, 400),
        ["get /api/contacts/import"] = List(Read, "/api/contacts/import"),
        ["get /api/contacts/import/{id}"] = One(Read, workspace => $"/api/contacts/import/{workspace.ImportId}"),
        ["get /api/contacts/import/{id}/errors"] = One(Read, workspace => $"/api/contacts/import/{workspace.ImportId}/errors"),
        ["patch /api/contacts/{id}"] = One(Manage, workspace => $"/api/contacts/{workspace.ContactId}", new { firstName = "Walker" }),
        ["get /api/contacts/{id}"] = One(Read, workspace => $"/api/contacts/{workspace.ContactId}"),
        ["get /api/contacts/{id}/timeline"] = One(Read, workspace => $"/api/contacts/{workspace.ContactId}/timeline"),
        ["get /api/contacts/{id}/export"] = One(Read, workspace => $"/api/contacts/{workspace.ContactId}/export"),
        ["delete /api/contacts/{id}"] = One(Manage, workspace => $"/api/contacts/{workspace.ContactId}"),
        ["get /api/suppressions"] = new(Read, workspace => $"/api/suppressions?email={workspace.ContactEmail}", null, 200),
        ["post /api/suppressions"] = Own(Manage, "/api/suppressions", new { email = "walker@example.com" }, 201),
        ["post /api/suppressions/import"] = Own(Manage, "/api/suppressions/import", new { csv = "walker@example.com" }, 200),
        ["delete /api/suppressions/{email}"] = One(Manage, workspace => $"/api/suppressions/{workspace.ContactEmail}"),
        ["get /api/custom-fields"] = List(Read, "/api/custom-fields"),
        ["post /api/custom-fields"] = Own(Manage, "/api/custom-fields", new { name = "walked", type = "text" }, 201),
        ["delete /api/custom-fields/{name}"] = One(Manage, _ => $"/api/custom-fields/{WalkedWorkspace.CustomField}"),
    };

    // Open to everyone: what it answers is said each time.
    private static EndpointWalk Open(string path, Func<WalkedWorkspace, object?> body, int status) => new(null, _ => path, body, status);

    // Names nothing of anyone, and shows the caller's own.
    private static EndpointWalk List(string needs, string path) => new(needs, _ => path, null, 200);

    // Names nothing of anyone, and changes the caller's own.
    private static EndpointWalk Own(string needs, string path, object? body, int status) => new(needs, _ => path, _ => body, status);

    // Names one thing of a workspace: for any other workspace it is not there (W4).
    private static EndpointWalk One(string needs, Func<WalkedWorkspace, string> path, object? body = null) => new(needs, path, _ => body, 404);
}
