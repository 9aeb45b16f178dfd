namespace Sendra.Domain.EventSources;

/// <summary>
/// A mapping as people and presets write it: plain texts that <see cref="PayloadMapping.TryCreate"/> has yet to check.
/// Exactly one of <paramref name="EventName"/> and <paramref name="EventNamePath"/> is set.
/// </summary>
/// <param name="EmailPath">Where the email is; it may be null when <paramref name="ExternalIdPath"/> is not.</param>
/// <param name="EventName">The fixed event name.</param>
/// <param name="PropertiesPath">Where the event's properties are; null for the whole payload.</param>
/// <param name="ContactProperties">The path of each contact property to set.</param>
/// <param name="DeliveryIdPath">Where the sender's delivery id is.</param>
/// <param name="ExternalIdPath">Where the sender's own id of the person is.</param>
public sealed record MappingDefinition(
    string? EmailPath,
    string? EventName = null,
    string? EventNamePath = null,
    string? PropertiesPath = null,
    IReadOnlyDictionary<string, string>? ContactProperties = null,
    string? DeliveryIdPath = null,
    string? ExternalIdPath = null)
{
    /// <summary>Where the list is whose items become events; <c>$</c> for a list at the root; null when a delivery is one event (S11).</summary>
    public string? ItemsPath { get; init; }

    /// <summary>The text field that holds the document which is read; null when the body is it (S15).</summary>
    public string? BodyPath { get; init; }

    /// <summary>What names are called here, by the name as it comes (S13).</summary>
    public IReadOnlyDictionary<string, string>? EventNameMap { get; init; }

    /// <summary>What goes before every name that is not mapped.</summary>
    public string? EventNamePrefix { get; init; }

    /// <summary>The names, as they come, that are taken; null for all.</summary>
    public IReadOnlyList<string>? EventNameOnly { get; init; }

    /// <summary>Whether names stay as they come, also where a pattern could not have them.</summary>
    public bool KeepName { get; init; }
}
