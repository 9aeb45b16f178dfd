using Ardalis.Specification;

namespace Sendra.Domain.EventSources;

/// <summary>Which event sources to read.</summary>
public sealed class EventSourceSpec : Specification<EventSource>
{
    private EventSourceSpec()
    {
    }

    public static EventSourceSpec ById(EventSourceId id)
    {
        var spec = new EventSourceSpec();
        spec.Query.Where(source => source.Id == id);
        return spec;
    }

    /// <summary>The one that reads an API key's calls.</summary>
    public static EventSourceSpec OfApiKey(ApiKeyId apiKeyId)
    {
        var spec = new EventSourceSpec();
        spec.Query.Where(source => source.ApiKeyId == apiKeyId);
        return spec;
    }

    /// <summary>A part of them, newest first.</summary>
    /// <param name="before">Older than this one; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    public static EventSourceSpec Newest(EventSourceId? before, int count)
    {
        var spec = new EventSourceSpec();
        if (before is { } id)
        {
            spec.Query.Where(source => source.Id < id);
        }

        spec.Query.OrderByDescending(source => source.Id).Take(count);
        return spec;
    }
}
