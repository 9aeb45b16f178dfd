namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>One column of a row set.</summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="MaxLength">The most characters or bytes that it holds, as its column in the database; null for any number.</param>
internal abstract record Column(string Name, ColumnKind Kind, int? MaxLength);
