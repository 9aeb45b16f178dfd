using Sendra.WebApi.FunctionalTests.Access;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Every call by other products' clients. A new one has to be added here, or the walk fails.</summary>
internal static class CompatWalks
{
    private const string Manage = "manage";
    private const string Read = "read";
    private const string Send = "events:send";

    public static readonly IReadOnlyDictionary<string, EndpointWalk> All = new Dictionary<string, EndpointWalk>
    {
        ["post /compat/resend/events/send"] = new(Send, _ => "/compat/resend/events/send", workspace => new { @event = "walked", contact_id = workspace.ContactId }, 404),

        ["post /compat/resend/events"] = new(Manage, _ => "/compat/resend/events", _ => new { name = "walked" }, 201),
        ["get /compat/resend/events"] = new(Read, _ => "/compat/resend/events", null, 200),
        ["get /compat/resend/events/{id}"] = new(Read, workspace => $"/compat/resend/events/{workspace.PatternId}", null, 404),
        ["patch /compat/resend/events/{id}"] = new(Manage, workspace => $"/compat/resend/events/{workspace.PatternId}", _ => new { schema = new { a = "string" } }, 404),
        ["delete /compat/resend/events/{id}"] = new(Manage, workspace => $"/compat/resend/events/{workspace.PatternId}", null, 404),
        ["post /compat/resend/contacts"] = new(Send, _ => "/compat/resend/contacts", _ => new { email = "walker@example.com" }, 201),
        ["get /compat/resend/contacts"] = new(Send, _ => "/compat/resend/contacts", null, 200),
        ["get /compat/resend/contacts/{id}"] = new(Send, workspace => $"/compat/resend/contacts/{workspace.ContactId}", null, 404),
        ["patch /compat/resend/contacts/{id}"] = new(Send, workspace => $"/compat/resend/contacts/{workspace.ContactEmail}", _ => new { first_name = "Walked" }, 404),
        ["delete /compat/resend/contacts/{id}"] = new(Send, workspace => $"/compat/resend/contacts/{workspace.ContactId}", null, 404),
        ["post /compat/resend/suppressions"] = new(Send, _ => "/compat/resend/suppressions", _ => new { email = "walker@example.com" }, 201),
        ["get /compat/resend/suppressions"] = new(Send, _ => "/compat/resend/suppressions", null, 200),
        ["get /compat/resend/suppressions/{email}"] = new(Send, workspace => $"/compat/resend/suppressions/{workspace.ContactEmail}", null, 404),
        ["delete /compat/resend/suppressions/{email}"] = new(Send, workspace => $"/compat/resend/suppressions/{workspace.ContactEmail}", null, 404),

        ["post /compat/resend/automations"] = new(Manage, _ => "/compat/resend/automations", _ => new { name = "Walked", steps = (object[])[new { key = "start", type = "trigger", config = new { event_name = "walked" } }, new { key = "wait", type = "delay", config = new { duration = "1 day" } }], connections = (object[])[new { from = "start", to = "wait" }] }, 201),
        ["get /compat/resend/automations"] = new(Read, _ => "/compat/resend/automations", null, 200),
        ["get /compat/resend/automations/{id}"] = new(Read, workspace => $"/compat/resend/automations/{workspace.AutomationId}", null, 404),
        ["patch /compat/resend/automations/{id}"] = new(Manage, workspace => $"/compat/resend/automations/{workspace.AutomationId}", _ => new { name = "Walked" }, 404),
        ["delete /compat/resend/automations/{id}"] = new(Manage, workspace => $"/compat/resend/automations/{workspace.AutomationId}", null, 404),
        ["post /compat/resend/automations/{id}/duplicate"] = new(Manage, workspace => $"/compat/resend/automations/{workspace.AutomationId}/duplicate", null, 404),
        ["post /compat/resend/automations/{id}/stop"] = new(Manage, workspace => $"/compat/resend/automations/{workspace.AutomationId}/stop", null, 404),
        ["get /compat/resend/automations/{automationId}/runs"] = new(Read, workspace => $"/compat/resend/automations/{workspace.AutomationId}/runs", null, 404),
        ["get /compat/resend/automations/{automationId}/runs/{id}"] = new(Read, workspace => $"/compat/resend/automations/{workspace.AutomationId}/runs/{workspace.EnrollmentId}", null, 404),
        ["post /compat/resend/automations/{automationId}/runs/{id}/cancel"] = new(Manage, workspace => $"/compat/resend/automations/{workspace.AutomationId}/runs/{workspace.EnrollmentId}/cancel", null, 404),

        ["get /compat/loops/api/v1/api-key"] = new(Send, _ => "/compat/loops/api/v1/api-key", null, 200),
        ["post /compat/loops/api/v1/events/send"] = new(Send, _ => "/compat/loops/api/v1/events/send", _ => new { eventName = "walked", email = "walker@example.com" }, 200),

        ["post /compat/loops/api/v1/contacts/create"] = new(Send, _ => "/compat/loops/api/v1/contacts/create", _ => new { email = $"{Guid.NewGuid():N}@example.com" }, 200),
        ["put /compat/loops/api/v1/contacts/update"] = new(Send, _ => "/compat/loops/api/v1/contacts/update", _ => new { email = "walker@example.com" }, 200),
        ["get /compat/loops/api/v1/contacts/find"] = new(Send, workspace => $"/compat/loops/api/v1/contacts/find?email={workspace.ContactEmail}", null, 200),
        ["post /compat/loops/api/v1/contacts/delete"] = new(Send, _ => "/compat/loops/api/v1/contacts/delete", workspace => new { email = workspace.ContactEmail }, 404),
        ["get /compat/loops/api/v1/contacts/properties"] = new(Send, _ => "/compat/loops/api/v1/contacts/properties", null, 200),
        ["post /compat/loops/api/v1/contacts/properties"] = new(Send, _ => "/compat/loops/api/v1/contacts/properties", _ => new { name = "walked", type = "string" }, 200),

        ["put /compat/customerio/api/v1/customers/{id}"] = new(Send, _ => "/compat/customerio/api/v1/customers/walker@example.com", _ => new { first_name = "Walked" }, 200),
        ["delete /compat/customerio/api/v1/customers/{id}"] = new(Send, workspace => $"/compat/customerio/api/v1/customers/{workspace.ContactEmail}", null, 200),
        ["post /compat/customerio/api/v1/customers/{id}/suppress"] = new(Send, _ => "/compat/customerio/api/v1/customers/walker@example.com/suppress", null, 200),
        ["post /compat/customerio/api/v1/customers/{id}/unsuppress"] = new(Send, _ => "/compat/customerio/api/v1/customers/walker@example.com/unsuppress", null, 200),
        ["post /compat/customerio/api/v2/entity"] = new(Send, _ => "/compat/customerio/api/v2/entity", workspace => new { type = "person", action = "delete", identifiers = new { email = workspace.ContactEmail } }, 200),
        ["post /compat/customerio/api/v2/batch"] = new(Send, _ => "/compat/customerio/api/v2/batch", workspace => new { batch = (object[])[new { type = "person", action = "delete", identifiers = new { email = workspace.ContactEmail } }] }, 200),
        ["post /compat/customerio/api/v1/customers/{id}/events"] = new(Send, _ => "/compat/customerio/api/v1/customers/walker@example.com/events", _ => new { name = "walked" }, 200),

        ["post /compat/segment/v1/batch"] = new(Send, _ => "/compat/segment/v1/batch", _ => new { batch = Array.Empty<object>() }, 200),
        ["post /compat/segment/v1/track"] = new(Send, _ => "/compat/segment/v1/track", _ => new { userId = "walker", @event = "walked" }, 200),
        ["post /compat/segment/v1/identify"] = new(Send, _ => "/compat/segment/v1/identify", _ => new { userId = "walker", @event = "walked" }, 200),
        ["post /compat/segment/v1/page"] = new(Send, _ => "/compat/segment/v1/page", _ => new { userId = "walker", @event = "walked" }, 200),
        ["post /compat/segment/v1/screen"] = new(Send, _ => "/compat/segment/v1/screen", _ => new { userId = "walker", @event = "walked" }, 200),
        ["post /compat/segment/v1/group"] = new(Send, _ => "/compat/segment/v1/group", _ => new { userId = "walker", @event = "walked" }, 200),
        ["post /compat/segment/v1/alias"] = new(Send, _ => "/compat/segment/v1/alias", _ => new { userId = "walker", @event = "walked" }, 200),

        ["post /compat/plunk/api/v1/track"] = new(Send, _ => "/compat/plunk/api/v1/track", _ => new { @event = "walked", email = "walker@example.com" }, 200),
    };
}
