namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>Reads a result row alike from every database.</summary>
internal abstract class RowReader
{
    public abstract bool IsNull(int column);

    public abstract Guid Uuid(int column);

    public abstract string Text(int column);

    public abstract int Int(int column);

    public abstract long Long(int column);

    public abstract byte[] Bytes(int column);

    public T Id<T>(int column)
        where T : struct, IId<T> => TypedId.Of<T>(Uuid(column));

    public T? IdOrNull<T>(int column)
        where T : struct, IId<T> => IsNull(column) ? null : Id<T>(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);
}
