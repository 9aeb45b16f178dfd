using Microsoft.EntityFrameworkCore;
using Sendra.Application.Common;
using Sendra.Application.EventPatterns;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Queries;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.EventPatterns;

internal sealed class EventPatternCatalog(SendraDbContext db, TimeProvider clock) : IEventPatternCatalog
{
    public async Task<Page<PatternResult>> ListAsync(string? query, Paging paging, CancellationToken cancellationToken)
    {
        var rows = db.EventPatterns.AsNoTracking();
        if (!string.IsNullOrEmpty(query))
        {
            var lowered = query.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Becomes SQL; names are ASCII.
            rows = rows.Where(row => row.Name.ToLower().Contains(lowered));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (paging.AfterName is { } after)
        {
            rows = rows.Where(row => row.Name.CompareTo(after) > 0);
        }

        var patterns = await rows.OrderBy(row => row.Name).Take(paging.Size + 1).ToListAsync(cancellationToken);
        var page = paging.Cut(patterns, row => row.Name);
        return new Page<PatternResult>(await DescribeAsync(page.Items, cancellationToken), page.NextCursor);
    }

    public async Task<PatternResult?> FindAsync(EventPatternId id, CancellationToken cancellationToken)
    {
        var rows = await db.EventPatterns.AsNoTracking().Where(row => row.Id == id).ToListAsync(cancellationToken);
        return (await DescribeAsync(rows, cancellationToken)).SingleOrDefault();
    }

    public IAsyncEnumerable<RawJson?> NewestPropertiesAsync(string eventName, int count, CancellationToken cancellationToken) => db.ReceivedEvents
        .Where(row => row.EventName == eventName)
        .OrderByDescending(row => row.Id)
        .Take(count)
        .Select(row => row.Properties)
        .AsAsyncEnumerable();

    public async Task<Page<UndeclaredName>> ListUndeclaredAsync(Paging paging, CancellationToken cancellationToken)
    {
        var undeclared = Undeclared();
        if (paging.AfterName is { } after)
        {
            undeclared = undeclared.Where(name => name.CompareTo(after) > 0);
        }

        var names = await undeclared.OrderBy(name => name).Take(paging.Size + 1).ToListAsync(cancellationToken);
        var page = paging.Cut(names, name => name);
        var received = await ReceivedAsync(page.Items, cancellationToken);
        return new Page<UndeclaredName>(
            [
                .. from name in page.Items
                   let found = received.GetValueOrDefault(name)
                   where found?.LastId is not null // erased since the names were read
                   select new UndeclaredName(
                       name, found.Count, TimeOrderedId.TimeOf(found.FirstId!.Value), TimeOrderedId.TimeOf(found.LastId!.Value)),
            ],
            page.NextCursor);
    }

    public async Task<IReadOnlyList<string>> AllUndeclaredAsync(CancellationToken cancellationToken) =>
        await Undeclared().OrderBy(name => name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<CatalogFinding>> ReviewAsync(int maxNames, CancellationToken cancellationToken)
    {
        var received = await db.EventNameTallies.Select(row => row.EventName).Distinct().OrderBy(name => name).Take(maxNames).ToListAsync(cancellationToken);
        var declared = await db.EventPatterns.Select(row => row.Name).OrderBy(name => name).Take(maxNames).ToListAsync(cancellationToken);
        var automations = await db.Automations.AsNoTracking()
            .Where(row => row.Status != AutomationStatus.Archived).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var types = await db.EventPropertyTypes.AsNoTracking()
            .Where(row => db.EventPropertyTypes.Any(other =>
                other.EventName == row.EventName && other.Property == row.Property && other.JsonType != row.JsonType))
            .OrderBy(row => row.EventName).ThenBy(row => row.Property)
            .Take(maxNames)
            .ToListAsync(cancellationToken);

        var kept = await types.Select(type => type.FirstEventId).Distinct().ReadInStepsAsync(
            firsts => db.ReceivedEvents.Where(row => firsts.Contains(row.Id)).Select(row => row.Id), cancellationToken);

        // A workspace with more names than are read here may still have received the ones that automations wait for.
        var met = await automations.SelectMany(row => row.ExitEvents.Append(row.TriggerEvent)).Distinct(StringComparer.Ordinal).ReadInStepsAsync(
            awaited => db.EventNameTallies.Where(row => awaited.Contains(row.EventName)).Select(row => row.EventName).Distinct(), cancellationToken);
        return
        [
            .. CatalogReview.Review(
                received.Concat(met).ToHashSet(StringComparer.Ordinal), declared.ToHashSet(StringComparer.Ordinal), automations, types, kept.ToHashSet()),
        ];
    }

    private IQueryable<string> Undeclared() => db.EventNameTallies
        .Where(row => !db.EventPatterns.Any(pattern => pattern.Name == row.EventName))
        .Select(row => row.EventName)
        .Distinct();

    private async Task<IReadOnlyList<PatternResult>> DescribeAsync(IReadOnlyList<EventPattern> patterns, CancellationToken cancellationToken)
    {
        if (patterns.Count == 0)
        {
            return [];
        }

        string[] names = [.. patterns.Select(pattern => pattern.Name)];
        var received = await ReceivedAsync(names, cancellationToken);
        var days = await DaysAsync(names, cancellationToken);
        var automations = await db.Automations.AsNoTracking()
            .Where(row => row.Status != AutomationStatus.Archived).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var uses = automations
            .SelectMany(UsesOf)
            .ToLookup(use => use.EventName, use => use.Use, StringComparer.Ordinal);
        return [.. patterns.Select(pattern => Describe(pattern, received.GetValueOrDefault(pattern.Name), days[pattern.Name], [.. uses[pattern.Name]]))];
    }

    private static PatternResult Describe(EventPattern pattern, ReceivedName? received, IReadOnlyList<long> days, IReadOnlyList<PatternUse> uses) => new(
        pattern.Id,
        pattern.Name,
        pattern.Description,
        pattern.DeclaredAt,
        received?.LastId is { } last ? TimeOrderedId.TimeOf(last) : null,
        received?.Count ?? 0,
        days,
        [.. pattern.Schema.Properties.Select(PatternProperty.From)],
        pattern.Enforcement,
        uses);

    private static IEnumerable<(string EventName, PatternUse Use)> UsesOf(Automation automation) =>
        automation.ExitEvents
            .Select(name => (name, new PatternUse(automation.Id, automation.Name, PatternRole.Exit)))
            .Concat(automation.AwaitedEvents.Select(name => (name, new PatternUse(automation.Id, automation.Name, PatternRole.Wait))))
            .Prepend((automation.TriggerEvent, new PatternUse(automation.Id, automation.Name, PatternRole.Trigger)));

    private async Task<Dictionary<string, long[]>> DaysAsync(string[] names, CancellationToken cancellationToken)
    {
        var first = EventPeriodTally.DayOf(clock.GetUtcNow().AddDays(1 - PatternResult.Days));
        var counted = await db.EventPeriodTallies
            .Where(row => names.Contains(row.EventName) && row.Hour >= first)
            .GroupBy(row => new { row.EventName, row.Hour })
            .Select(day => new { day.Key.EventName, day.Key.Hour, Count = day.Sum(shard => shard.Received) })
            .ToListAsync(cancellationToken);
        var days = names.ToDictionary(name => name, _ => new long[PatternResult.Days], StringComparer.Ordinal);
        foreach (var day in counted)
        {
            // Another node's clock may be in tomorrow already.
            days[day.EventName][Math.Min((day.Hour - first) / 24, PatternResult.Days - 1)] += day.Count;
        }

        return days;
    }

    // The count from the tallies; first and last from the log, two look-ups in the index of names, so that no erased
    // event is ever named.
    private Task<Dictionary<string, ReceivedName>> ReceivedAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        db.EventNameTallies
            .Where(row => names.Contains(row.EventName))
            .GroupBy(row => row.EventName)
            .Select(shards => new ReceivedName
            {
                Name = shards.Key,
                Count = shards.Sum(shard => shard.ReceivedCount),
                FirstId = db.ReceivedEvents.Where(row => row.EventName == shards.Key)
                    .OrderBy(row => row.Id).Select(row => (EventId?)row.Id).FirstOrDefault(),
                LastId = db.ReceivedEvents.Where(row => row.EventName == shards.Key)
                    .OrderByDescending(row => row.Id).Select(row => (EventId?)row.Id).FirstOrDefault(),
            })
            .ToDictionaryAsync(name => name.Name, StringComparer.Ordinal, cancellationToken);

    private sealed class ReceivedName
    {
        public required string Name { get; init; }

        public required long Count { get; init; }

        public required EventId? FirstId { get; init; }

        public required EventId? LastId { get; init; }
    }
}
