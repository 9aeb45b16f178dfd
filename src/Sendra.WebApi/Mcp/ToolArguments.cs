using Sendra.Application.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mcp;

/// <summary>Reads the arguments of tools. What is wrong names the argument.</summary>
internal static class ToolArguments
{
    /// <summary>The most items of an answer.</summary>
    public const int MaxItems = 50;

    private const int DefaultItems = 20;

    /// <summary>An id.</summary>
    public static T Id<T>(string? text, string name)
        where T : struct, IId<T> => Guid.TryParse(text, out var id) ? TypedId.Of<T>(id) : throw JsonBody.Wrong(name, "must be an id, as other tools return it");

    /// <summary>One of the choices of an enum; null when there is none.</summary>
    public static T? Choice<T>(string? text, string name)
        where T : struct, Enum => text is null ? null
        : ChoiceNames.Of(typeof(T)).TryGetValue(text, out var choice) ? (T)choice
        : throw JsonBody.Wrong(name, $"must be one of {ChoiceNames.ListOf(typeof(T))}");

    /// <summary>A page.</summary>
    public static Paging Page(int? limit, string? cursor) => limit is null or (>= 1 and <= MaxItems)
        ? new Paging(limit ?? DefaultItems, cursor)
        : throw JsonBody.Wrong("limit", $"must be from 1 to {MaxItems}");
}
