using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Erasure;

/// <summary>The statements that erase a person from imports.</summary>
internal static class ImportErasureSql
{
    public static readonly RowStatement<ErasureUnderWay> HoldUnfinished = new(
        """
        UPDATE contact_imports
        SET chunks = contact_imports.chunks
        WHERE contact_imports.workspace_id = {workspace} AND contact_imports.finished_at IS NULL
        """,
        erasure => erasure.WorkspaceId);

    public static readonly RowStatement<(WorkspaceId WorkspaceId, AddressHash AddressHash)> InsertImportErasures = new(
        """
        INSERT INTO contact_import_erasures (workspace_id, import_id, address_hash)
        SELECT {workspace}, i.id, r.address_hash
        FROM {rows}
        JOIN contact_imports i ON i.workspace_id = {workspace} AND i.finished_at IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM contact_import_erasures e
                WHERE e.workspace_id = {workspace} AND e.import_id = i.id AND e.address_hash = r.address_hash)
        """,
        row => row.WorkspaceId,
        [new("address_hash", Kind.Id, row => row.AddressHash)]);

    public static readonly RowStatement<(WorkspaceId WorkspaceId, AddressHash AddressHash)> SelectAddresses = new(
        """
        SELECT a.address_hash, a.import_id, a.ordinal, a.line
        FROM {rows}
        JOIN contact_import_addresses a ON a.workspace_id = {workspace} AND a.address_hash = r.address_hash
        """,
        row => row.WorkspaceId,
        [new("address_hash", Kind.Id, row => row.AddressHash)]);

    public static readonly RowStatement<ContactImportChunk> SelectProblems = new(
        """
        SELECT c.import_id, c.ordinal, c.problems, c.revision
        FROM {rows}
        JOIN contact_import_chunks c ON c.workspace_id = {workspace} AND c.import_id = r.import_id AND c.ordinal = r.ordinal AND c.problems IS NOT NULL
        """,
        chunk => chunk.WorkspaceId,
        new("import_id", Kind.Id, chunk => chunk.ImportId),
        new("ordinal", Kind.Int, chunk => chunk.Ordinal));

    // Only as they were read: another erasure may have taken lines out.
    public static readonly RowStatement<ContactImportChunk> SetProblems = new(
        """
        UPDATE contact_import_chunks
        SET problems = r.problems, revision = contact_import_chunks.revision + 1
        FROM {rows}
        WHERE contact_import_chunks.workspace_id = {workspace} AND contact_import_chunks.import_id = r.import_id
            AND contact_import_chunks.ordinal = r.ordinal AND contact_import_chunks.revision = r.revision
        """,
        chunk => chunk.WorkspaceId,
        new("import_id", Kind.Id, chunk => chunk.ImportId),
        new("ordinal", Kind.Int, chunk => chunk.Ordinal),
        new("problems", Kind.Text, chunk => chunk.Problems),
        new("revision", Kind.Int, chunk => chunk.Revision));

    public static readonly RowStatement<ContactImportAddress> DeleteAddresses = new(
        """
        DELETE FROM contact_import_addresses {using}
        WHERE contact_import_addresses.workspace_id = {workspace} AND contact_import_addresses.address_hash = r.address_hash
            AND contact_import_addresses.import_id = r.import_id AND contact_import_addresses.ordinal = r.ordinal AND contact_import_addresses.line = r.line
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("import_id", Kind.Id, row => row.ImportId),
        new("ordinal", Kind.Int, row => row.Ordinal),
        new("line", Kind.Int, row => row.Line));
}
