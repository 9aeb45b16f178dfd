using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Contacts;

internal sealed class ContactImports(SendraDbContext db, IWorkspaceContext workspace, WorkspaceDbContexts contexts, IdGenerator ids, TimeProvider clock) : IContactImports
{
    public async Task<ContactImportId> BeginAsync(string? fileName, ImportLayout layout, CancellationToken cancellationToken)
    {
        var import = new ContactImport
        {
            WorkspaceId = workspace.WorkspaceId,
            Id = ids.Next<ContactImportId>(),
            FileName = fileName,
            Status = ImportStatus.Receiving,
            Format = layout.Format,
            Delimiter = layout.Delimiter,
            Columns = JsonSerializer.Serialize(layout.Columns),
            Mapping = JsonSerializer.Serialize(layout.Mapping),
            ActiveAt = clock.GetUtcNow(),
        };
        if (await db.ContactImports.AnyAsync(row => row.FinishedAt == null, cancellationToken))
        {
            throw Busy();
        }

        db.ContactImports.Add(import);
        try
        {
            await ((IUnitOfWork)db).SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException)
        {
            // Another began at the same time.
            throw Busy();
        }

        db.ChangeTracker.Clear();
        return import.Id;
    }

    public async Task<bool> AddAsync(ContactImportId id, int ordinal, ImportChunk chunk, int lines, CancellationToken cancellationToken)
    {
        db.ContactImportChunks.Add(new ContactImportChunk
        {
            WorkspaceId = workspace.WorkspaceId,
            ImportId = id,
            Ordinal = ordinal,
            FirstLine = chunk.FirstLine,
            Lines = chunk.Lines,
            Text = chunk.Text,
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        return await Receiving(db, id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Chunks, ordinal + 1).SetProperty(one => one.Lines, lines).SetProperty(one => one.ActiveAt, now), cancellationToken) > 0;
    }

    public Task StartAsync(ContactImportId id, CancellationToken cancellationToken) =>
        Receiving(db, id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Status, ImportStatus.Running), cancellationToken);

    // With a context of its own: the caller's request may be over.
    public async Task InterruptAsync(ContactImportId id)
    {
        await using var own = contexts.For(workspace.WorkspaceId);
        await InterruptAsync(own, id, clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>Ends an import that is still being received; what arrived of it goes.</summary>
    public static async Task InterruptAsync(SendraDbContext db, ContactImportId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ended = await Receiving(db, id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Status, ImportStatus.Interrupted).SetProperty(one => one.FinishedAt, now), cancellationToken);
        if (ended > 0)
        {
            await db.ContactImportChunks.Where(chunk => chunk.ImportId == id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>How the lines of an import are read.</summary>
    public static ImportLayout LayoutOf(ContactImport import) => new(
        import.Format,
        import.Delimiter,
        JsonSerializer.Deserialize<string[]>(import.Columns)!,
        JsonSerializer.Deserialize<Dictionary<string, string>>(import.Mapping)!);

    public async Task<ContactImportResult?> FindAsync(ContactImportId id, CancellationToken cancellationToken) =>
        await db.ContactImports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is { } import ? ResultOf(import) : null;

    public async Task<Page<ContactImportResult>> ListAsync(Paging paging, CancellationToken cancellationToken)
    {
        var imports = db.ContactImports.AsNoTracking();
        if (paging.AfterId<ContactImportId>() is { } after)
        {
            imports = imports.Where(row => row.Id < after);
        }

        var rows = await imports.OrderByDescending(row => row.Id).Take(paging.Size + 1).ToListAsync(cancellationToken);
        return paging.Cut(rows, row => row.Id).Select(ResultOf);
    }

    public async IAsyncEnumerable<LineProblem> ProblemsAsync(ContactImportId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chunks = db.ContactImportChunks.AsNoTracking().Where(chunk => chunk.ImportId == id && chunk.Problems != null).OrderBy(chunk => chunk.Ordinal);
        for (var last = -1; ;)
        {
            if (await chunks.FirstOrDefaultAsync(chunk => chunk.Ordinal > last, cancellationToken) is not { } next)
            {
                yield break;
            }

            foreach (var problem in LineProblems.Read(next.Problems!))
            {
                yield return problem;
            }

            last = next.Ordinal;
        }
    }

    private static IQueryable<ContactImport> Receiving(SendraDbContext db, ContactImportId id) =>
        db.ContactImports.Where(row => row.Id == id && row.Status == ImportStatus.Receiving);

    private static ContactImportResult ResultOf(ContactImport import) => new(
        import.Id,
        import.FileName,
        import.Status,
        JsonSerializer.Deserialize<Dictionary<string, string>>(import.Mapping)!,
        import.Lines,
        import.Created,
        import.Updated,
        import.Refused,
        import.Warned,
        TimeOrderedId.TimeOf(import.Id),
        import.FinishedAt);

    private static ConflictException Busy() => new("importRunning", "Another import isn't finished yet. Wait until it is.");
}
