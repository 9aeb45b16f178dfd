using Sendra.Cli.Common;

namespace Sendra.Cli.Importing;

/// <summary>What one column of a CSV of events becomes.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Name">The name of a property.</param>
/// <param name="Type">What its cells are.</param>
internal sealed record EventColumn(string Header, ColumnKind Kind, string Name = "", CellType Type = CellType.Text)
{
    private static readonly Dictionary<string, ColumnKind> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["email"] = ColumnKind.Email,
        ["externalId"] = ColumnKind.ExternalId,
        ["eventName"] = ColumnKind.EventName,
        ["occurredAt"] = ColumnKind.OccurredAt,
        ["eventProperties"] = ColumnKind.EventProperties,
        ["contactProperties"] = ColumnKind.ContactProperties,
        ["-"] = ColumnKind.Ignored,
    };

    /// <summary>As <c>--map</c> says.</summary>
    /// <param name="header">The column.</param>
    /// <param name="target">email, property.NAME, contact.NAME:number, …</param>
    public static EventColumn Parse(string header, string target)
    {
        if (Fields.TryGetValue(target, out var kind))
        {
            return new EventColumn(header, kind);
        }

        var (start, rest) = target.Split('.', 2) is [var first, { Length: > 0 } second] ? (first, second) : ("", "");
        var at = rest.LastIndexOf(':');
        var type = at < 0 ? CellType.Text : Enum.TryParse<CellType>(rest[(at + 1)..], ignoreCase: true, out var named) && Enum.IsDefined(named) ? named
            : throw new UsageException($"“{rest[(at + 1)..]}” is no type. There is text, number, boolean and json.");
        return start switch
        {
            "property" or "properties" => new EventColumn(header, ColumnKind.Property, at < 0 ? rest : rest[..at], type),
            "contact" => new EventColumn(header, ColumnKind.ContactProperty, at < 0 ? rest : rest[..at], type),
            _ => throw new UsageException($"“{target}” is no field. There is {string.Join(", ", Fields.Keys)}, property.NAME and contact.NAME; add :number, :boolean or :json for other values than text."),
        };
    }

    /// <summary>As its name says: a column that has no meaning of its own is an event property.</summary>
    public static EventColumn Guess(string header) =>
        Fields.TryGetValue(header.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), out var kind) && kind != ColumnKind.Ignored
            ? new EventColumn(header, kind)
            : new EventColumn(header, ColumnKind.Property, header);

    /// <summary>As Sendra's own exports have it.</summary>
    public static EventColumn OfExport(string header) => header switch
    {
        "eventName" or "email" or "occurredAt" => new EventColumn(header, Fields[header]),
        "properties" => new EventColumn(header, ColumnKind.EventProperties),
        _ => new EventColumn(header, ColumnKind.Ignored),
    };
}
