using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>A row of anything, so that a search goes on.</summary>
internal sealed class SomeRow : RowReader
{
    public override bool IsNull(int column) => false;

    public override Guid Uuid(int column) => Guid.AllBitsSet;

    // Read as a name, or as JSON.
    public override string Text(int column) => "[]";

    public override int Int(int column) => 1;

    public override long Long(int column) => 1;

    public override byte[] Bytes(int column) => [1];
}
