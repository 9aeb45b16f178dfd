using Sendra.Application.Contacts.ImportContacts;
using Sendra.Infrastructure.Persistence.Bulk;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Contacts;

/// <summary>A chunk of an import, its lines read.</summary>
/// <param name="Entries">The contacts in it.</param>
/// <param name="Refused">The lines that are none.</param>
/// <param name="Named">The lines that name somebody, by the hashes of addresses and external ids.</param>
internal sealed record ReadChunk(
    ContactImportChunk Chunk, IReadOnlyList<PendingContact> Entries, IReadOnlyList<LineProblem> Refused, ILookup<AddressHash, int> Named)
{
    /// <summary>Holds the import, so that no contact is erased unseen until the transaction ends (L3).</summary>
    /// <returns>The lines that name somebody who was erased after the file came; null when another node has saved the chunk.</returns>
    /// <exception cref="LostRaceException">Another node saved it just now.</exception>
    public async Task<IReadOnlySet<int>?> HoldAsync(BulkSession session, DateTimeOffset now)
    {
        var place = Progress(0, 0, [], now);
        var isNext = false;
        await session.ReadAsync(locking: false, ImportSql.SelectProgress.Read(
            [place], row => isNext = row.Int(0) == (int)ImportStatus.Running && row.Int(1) == Chunk.Ordinal));
        if (!isNext)
        {
            return null;
        }

        await session.WriteAsync(ImportSql.Hold.Write([place]));
        var erased = new HashSet<int>();
        await session.ReadAsync(locking: false, ImportSql.SelectErased.Read([place], row => erased.UnionWith(Named[row.Id<AddressHash>(0)])));
        return erased;
    }

    /// <summary>What came of it.</summary>
    public ImportProgress Progress(int created, int updated, IReadOnlyList<LineProblem> problems, DateTimeOffset now) => new(
        Chunk.WorkspaceId,
        Chunk.ImportId,
        Chunk.Ordinal,
        created,
        updated,
        problems.Count(problem => problem.Refused),
        problems.Count(problem => !problem.Refused),
        LineProblems.Write(problems),
        now);
}
