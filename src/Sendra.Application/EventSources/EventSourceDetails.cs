using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Presets;

namespace Sendra.Application.EventSources;

/// <summary>An event source as a member wrote it: unchecked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The well-known sender that it is for (S8).</param>
/// <param name="Enabled">Whether it accepts deliveries.</param>
/// <param name="EmailPath">Where the email is (S2).</param>
/// <param name="EventName">Where the event's name comes from.</param>
/// <param name="PropertiesPath">Where the event's properties are; null for the whole payload (S4).</param>
/// <param name="ContactProperties">The path of each contact property to set.</param>
/// <param name="DeliveryIdPath">Where the sender's delivery id is (S6).</param>
/// <param name="Signature">The signature check, or null for none.</param>
/// <param name="ExternalIdPath">Where the sender's own id of the person is (E0).</param>
/// <param name="RetentionDays">How long payloads are kept.</param>
/// <param name="ItemsPath">Where the list is whose items become events (S11).</param>
/// <param name="BodyPath">The text field that holds the document which is read (S15).</param>
/// <param name="Handshake">What its sender asks before it sends (S14).</param>
public sealed record EventSourceDetails(
    string? Name,
    string? Preset,
    bool? Enabled,
    string? EmailPath,
    EventNameDetails? EventName,
    string? PropertiesPath,
    IReadOnlyDictionary<string, string?>? ContactProperties,
    string? DeliveryIdPath,
    SignatureDetails? Signature,
    string? ExternalIdPath,
    int? RetentionDays,
    string? ItemsPath,
    string? BodyPath,
    HandshakeOptions? Handshake)
{
    /// <summary>Its mapping, to be checked.</summary>
    public MappingDefinition Definition => new(
        EmailPath,
        EventName?.Fixed,
        EventName?.Path,
        PropertiesPath,
        Texts(ContactProperties),
        DeliveryIdPath,
        ExternalIdPath)
    {
        ItemsPath = ItemsPath,
        BodyPath = BodyPath,
        EventNameMap = Texts(EventName?.Map),
        EventNamePrefix = EventName?.Prefix,
        EventNameOnly = EventName?.Only?.Select(name => name ?? "").ToArray(),
        KeepName = EventName?.KeepName ?? false,
    };

    /// <summary>The same, with missing values taken from the preset (S8).</summary>
    internal EventSourceDetails Completed()
    {
        if (EventSourcePresets.Find(Preset) is not { } preset)
        {
            return this;
        }

        var mapping = preset.Mapping;
        return this with
        {
            Name = Name ?? preset.Name,
            EmailPath = EmailPath ?? mapping.EmailPath,
            EventName = EventName ?? NameOf(mapping),
            PropertiesPath = PropertiesPath ?? mapping.PropertiesPath,
            ContactProperties = ContactProperties ?? mapping.ContactProperties?.ToDictionary(property => property.Key, property => (string?)property.Value),
            DeliveryIdPath = DeliveryIdPath ?? mapping.DeliveryIdPath,
            ExternalIdPath = ExternalIdPath ?? mapping.ExternalIdPath,
            Signature = Signature?.Or(preset.Signature),
            ItemsPath = ItemsPath ?? mapping.ItemsPath,
            BodyPath = BodyPath ?? mapping.BodyPath,
            Handshake = Handshake ?? preset.Handshake,
        };
    }

    private static EventNameDetails NameOf(MappingDefinition mapping) => new(
        mapping.EventName,
        mapping.EventNamePath,
        mapping.EventNameMap?.ToDictionary(name => name.Key, name => (string?)name.Value),
        mapping.EventNamePrefix,
        mapping.EventNameOnly,
        mapping.KeepName);

    // What is null is no path and no name, and is told so.
    private static Dictionary<string, string>? Texts(IReadOnlyDictionary<string, string?>? values) =>
        values?.ToDictionary(value => value.Key, value => value.Value ?? "");
}
