using Sendra.WebApi.FunctionalTests.Access;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Every call by other products' clients. A new one has to be added here, or the walk fails.</summary>
internal static class CompatWalks
{
    private const string Send = "events:send";

    public static readonly IReadOnlyDictionary<string, EndpointWalk> All = new Dictionary<string, EndpointWalk>
    {
        ["post /compat/resend/events/send"] = new(Send, _ => "/compat/resend/events/send", workspace => new { @event = "walked", contact_id = workspace.ContactId }, 404),

        ["get /compat/loops/api/v1/api-key"] = new(Send, _ => "/compat/loops/api/v1/api-key", null, 200),
        ["post /compat/loops/api/v1/events/send"] = new(Send, _ => "/compat/loops/api/v1/events/send", _ => new { eventName = "walked", email = "walker@example.com" }, 200),

        ["post /compat/customerio/api/v1/customers/{id}/events"] = new(Send, _ => "/compat/customerio/api/v1/customers/walker@example.com/events", _ => new { name = "walked" }, 200),

        ["post /compat/plunk/api/v1/track"] = new(Send, _ => "/compat/plunk/api/v1/track", _ => new { @event = "walked", email = "walker@example.com" }, 200),
    };
}
