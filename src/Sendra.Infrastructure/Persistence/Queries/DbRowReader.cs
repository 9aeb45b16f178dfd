using System.Data.Common;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>Reads through ADO.NET.</summary>
/// <param name="reader">The database's own reader.</param>
/// <param name="idsAreBytes">True where ids are stored as sixteen big-endian bytes.</param>
internal sealed class DbRowReader(DbDataReader reader, bool idsAreBytes) : RowReader
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override Guid Uuid(int column) => idsAreBytes ? new Guid(Bytes(column), bigEndian: true) : reader.GetGuid(column);

    public override string Text(int column) => reader.GetString(column);

    public override int Int(int column) => reader.GetInt32(column);

    public override long Long(int column) => reader.GetInt64(column);

    public override byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
