using System.Data.Common;

namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>Reads a result row alike from every database.</summary>
/// <param name="reader">The database's own reader.</param>
/// <param name="idsAreBytes">True where ids are stored as sixteen big-endian bytes.</param>
internal sealed class RowReader(DbDataReader reader, bool idsAreBytes)
{
    public Guid Id(int column) => idsAreBytes
        ? new Guid(reader.GetFieldValue<byte[]>(column), bigEndian: true)
        : reader.GetGuid(column);

    public Guid? IdOrNull(int column) => reader.IsDBNull(column) ? null : Id(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);
}
