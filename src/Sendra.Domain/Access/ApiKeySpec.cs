using Ardalis.Specification;

namespace Sendra.Domain.Access;

/// <summary>Which API keys to read.</summary>
public sealed class ApiKeySpec : Specification<ApiKey>
{
    private ApiKeySpec()
    {
    }

    public static ApiKeySpec ById(ApiKeyId id)
    {
        var spec = new ApiKeySpec();
        spec.Query.Where(key => key.Id == id);
        return spec;
    }

    /// <summary>Those that somebody made, newest first.</summary>
    public static ApiKeySpec MadeBy(UserId userId)
    {
        var spec = new ApiKeySpec();
        spec.Query.Where(key => key.CreatedBy == userId);
        spec.Query.OrderByDescending(key => key.Id);
        return spec;
    }

    /// <summary>A part of them, newest first.</summary>
    /// <param name="before">Older than this one; null for the newest.</param>
    /// <param name="count">How many at most.</param>
    public static ApiKeySpec Newest(ApiKeyId? before, int count)
    {
        var spec = new ApiKeySpec();
        if (before is { } id)
        {
            spec.Query.Where(key => key.Id < id);
        }

        spec.Query.OrderByDescending(key => key.Id).Take(count);
        return spec;
    }
}
