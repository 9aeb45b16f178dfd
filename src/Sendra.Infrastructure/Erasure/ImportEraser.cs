using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Erasure;

/// <summary>Erases a person from imports, in the transaction of its caller: lines that were refused, and those that are still to be saved (L3).</summary>
internal static class ImportEraser
{
    /// <summary>Holds the imports that aren't finished, as the saving of their chunks does. Call it before the contact is locked: the order in which an import locks.</summary>
    public static Task HoldAsync(BulkSession session, ErasureUnderWay erasure) => session.WriteAsync(ImportErasureSql.HoldUnfinished.Write([erasure], everyRow: false));

    /// <summary>Takes the person out of lines that are kept, and marks imports under way, so that a line of theirs brings nobody back.</summary>
    /// <exception cref="LostRaceException">Another erasure took lines out of the same chunk.</exception>
    public static async Task EraseAsync(BulkSession session, ErasureUnderWay erasure)
    {
        (WorkspaceId WorkspaceId, AddressHash AddressHash)[] hashes = [.. erasure.Hashes];
        await session.WriteAsync(ImportErasureSql.InsertImportErasures.Write(hashes, everyRow: false));
        var addresses = new List<ContactImportAddress>();
        await session.ReadAsync(locking: false, ImportErasureSql.SelectAddresses.Read(hashes, row => addresses.Add(new ContactImportAddress
        {
            WorkspaceId = erasure.WorkspaceId,
            AddressHash = row.Id<AddressHash>(0),
            ImportId = row.Id<ContactImportId>(1),
            Ordinal = row.Int(2),
            Line = row.Int(3),
        })));
        var lines = addresses.ToLookup(row => (row.ImportId, row.Ordinal), row => row.Line);
        var chunks = new List<ContactImportChunk>();
        await session.ReadAsync(locking: false, ImportErasureSql.SelectProblems.Read(
            [.. lines.Select(chunk => new ContactImportChunk { WorkspaceId = erasure.WorkspaceId, ImportId = chunk.Key.ImportId, Ordinal = chunk.Key.Ordinal })],
            row => chunks.Add(new ContactImportChunk
            {
                WorkspaceId = erasure.WorkspaceId,
                ImportId = row.Id<ContactImportId>(0),
                Ordinal = row.Int(1),
                Problems = Without(row.Text(2), lines[(row.Id<ContactImportId>(0), row.Int(1))]),
                Revision = row.Int(3),
            })));
        await session.WriteAsync(ImportErasureSql.SetProblems.Write(chunks), ImportErasureSql.DeleteAddresses.Write(addresses, everyRow: false));
    }

    private static string? Without(string problems, IEnumerable<int> lines) =>
        LineProblems.Write([.. LineProblems.Read(problems).Select(problem => lines.Contains(problem.Line) ? problem with { Text = null } : problem)]);
}
