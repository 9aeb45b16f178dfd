namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>One column of a row set.</summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Value">Its value in a row.</param>
internal sealed record Column<T>(string Name, ColumnKind Kind, Func<T, object?> Value);
