using Sendra.Domain.Events;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.IngestClientEvents;

/// <summary>How the source of a client's key reads its events until somebody changes it.</summary>
internal static class ClientMapping
{
    private static readonly PayloadMapping Segment = PayloadMapping.Create(new MappingDefinition(
        "context.traits.email || properties.email || traits.email",
        EventNamePath: "event",
        PropertiesPath: "properties",
        DeliveryIdPath: "messageId",
        ExternalIdPath: "userId")
    {
        KeepName = true,
    });

    public static PayloadMapping Of(EventClient client) => client switch
    {
        EventClient.Segment => Segment,
        EventClient.Resend or EventClient.Loops or EventClient.Customerio or EventClient.Plunk =>
            throw new ArgumentOutOfRangeException(nameof(client), client, "The events of this client need no mapping."),
    };
}
