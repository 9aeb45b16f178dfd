namespace Sendra.Infrastructure.Persistence.Bulk;

/// <param name="Value">Its value in a row.</param>
internal sealed record Column<T>(string Name, ColumnKind Kind, Func<T, object?> Value, int? MaxLength = null) : Column(Name, Kind, MaxLength);
