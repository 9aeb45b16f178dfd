namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>
/// Runs queries in SQL, without EF Core and its filter: each must name its workspace itself. For the reading that is hot
/// enough to be worth it.
/// </summary>
internal interface ISqlReader
{
    /// <summary>Reads all rows of a query.</summary>
    /// <param name="read">Makes what is wanted of a row.</param>
    Task<List<T>> ReadAsync<T>(Sql query, Func<RowReader, T> read, CancellationToken cancellationToken);
}
