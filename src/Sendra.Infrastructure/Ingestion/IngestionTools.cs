using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What every batch of events works with.</summary>
internal sealed record IngestionTools(
    BatchLoader Loader, PropertyTypeWatch Watch, KnownTallies Tallies, IngestionMetrics Metrics, IdGenerator Ids, TimeProvider Clock);
