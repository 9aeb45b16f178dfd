using Sendra.Application.Contacts.ImportContacts;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;
using Kind = Sendra.Infrastructure.Persistence.Bulk.ColumnKind;

namespace Sendra.Infrastructure.Contacts;

/// <summary>The statements that save a chunk of an import together with its contacts.</summary>
internal static class ImportSql
{
    public static readonly RowStatement<ImportProgress> SelectProgress = new(
        """
        SELECT i.status, i.next_chunk
        FROM {rows}
        JOIN contact_imports i ON i.workspace_id = {workspace} AND i.id = r.id
        """,
        row => row.WorkspaceId,
        [new("id", Kind.Id, row => row.Id)]);

    // Until the end of the transaction no erasure begins unseen: each holds the imports that aren't finished, before it locks its contact.
    public static readonly RowStatement<ImportProgress> Hold = new(
        """
        UPDATE contact_imports
        SET active_at = r.active_at
        FROM {rows}
        WHERE contact_imports.workspace_id = {workspace} AND contact_imports.id = r.id
            AND contact_imports.next_chunk = r.next_chunk AND contact_imports.status = r.status
        """,
        row => row.WorkspaceId,
        new("id", Kind.Id, row => row.Id),
        new("next_chunk", Kind.Int, row => row.Chunk),
        new("status", Kind.Int, _ => (int)ImportStatus.Running),
        new("active_at", Kind.Long, row => UnixMicrosecondsConverter.ToMicroseconds(row.At)));

    public static readonly RowStatement<ImportProgress> SelectErased = new(
        """
        SELECT e.address_hash
        FROM {rows}
        JOIN contact_import_erasures e ON e.workspace_id = {workspace} AND e.import_id = r.import_id
        """,
        row => row.WorkspaceId,
        [new("import_id", Kind.Id, row => row.Id)]);

    // Only when nobody else has saved the chunk.
    public static readonly RowStatement<ImportProgress> Advance = new(
        """
        UPDATE contact_imports
        SET next_chunk = contact_imports.next_chunk + 1, created = contact_imports.created + r.created, updated = contact_imports.updated + r.updated,
            refused = contact_imports.refused + r.refused, warned = contact_imports.warned + r.warned, active_at = r.active_at
        FROM {rows}
        WHERE contact_imports.workspace_id = {workspace} AND contact_imports.id = r.id
            AND contact_imports.next_chunk = r.next_chunk AND contact_imports.status = r.status
        """,
        row => row.WorkspaceId,
        new("id", Kind.Id, row => row.Id),
        new("next_chunk", Kind.Int, row => row.Chunk),
        new("status", Kind.Int, _ => (int)ImportStatus.Running),
        new("created", Kind.Int, row => row.Created),
        new("updated", Kind.Int, row => row.Updated),
        new("refused", Kind.Int, row => row.Refused),
        new("warned", Kind.Int, row => row.Warned),
        new("active_at", Kind.Long, row => UnixMicrosecondsConverter.ToMicroseconds(row.At)));

    public static readonly RowStatement<ImportProgress> SettleChunk = new(
        """
        UPDATE contact_import_chunks
        SET text = NULL, problems = r.problems
        FROM {rows}
        WHERE contact_import_chunks.workspace_id = {workspace} AND contact_import_chunks.import_id = r.import_id
            AND contact_import_chunks.ordinal = r.ordinal
        """,
        row => row.WorkspaceId,
        new("import_id", Kind.Id, row => row.Id),
        new("ordinal", Kind.Int, row => row.Chunk),
        new("problems", Kind.Text, row => row.Problems));

    public static readonly RowStatement<ContactImportAddress> InsertAddresses = new(
        """
        INSERT INTO contact_import_addresses (workspace_id, address_hash, import_id, ordinal, line)
        SELECT {workspace}, r.address_hash, r.import_id, r.ordinal, r.line
        FROM {rows}
        """,
        row => row.WorkspaceId,
        new("address_hash", Kind.Id, row => row.AddressHash),
        new("import_id", Kind.Id, row => row.ImportId),
        new("ordinal", Kind.Int, row => row.Ordinal),
        new("line", Kind.Int, row => row.Line));
}
