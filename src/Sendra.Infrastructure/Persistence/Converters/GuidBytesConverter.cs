using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>
/// Ids as sixteen big-endian bytes where the database has no type that sorts them as they were made: SQLite has
/// none, and SQL Server's uniqueidentifier sorts by its last bytes first.
/// </summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(
    id => id.ToByteArray(true), bytes => new Guid(bytes, true));
