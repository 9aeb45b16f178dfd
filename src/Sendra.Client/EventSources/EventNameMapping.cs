namespace Sendra.Client.EventSources;

/// <summary>Where the event's name comes from. Set one of the two.</summary>
public sealed record EventNameMapping
{
    /// <summary>The name of every event of this source.</summary>
    public string? Fixed { get; init; }

    /// <summary>The path of the field that holds the name, or <c>header:</c> and a header's name.</summary>
    public string? Path { get; init; }

    /// <summary>With path: what names are called here, by the name as it comes. A mapped name gets no prefix. At most 500.</summary>
    public IReadOnlyDictionary<string, string?>? Map { get; init; }

    /// <summary>With path: what goes before every name that is not mapped.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// With path: the names, as they come, that become events. Deliveries of other names are recorded as ignored. Default: all. At most
    /// 500.
    /// </summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>
    /// With path: true to leave unmapped names as they come. Default: false; characters that a declared name can't have become dots, so
    /// orders/create is the event orders.create.
    /// </summary>
    public bool? KeepName { get; init; }
}
