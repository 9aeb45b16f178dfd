using Sendra.Application.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>Pages as Resend names them: by the id of the last one seen.</summary>
internal static class ResendPaging
{
    // Resend's own.
    private const int DefaultLimit = 20;

    /// <summary>The page after one.</summary>
    /// <param name="limit">How many.</param>
    /// <param name="cursor">The cursor of the last one seen, or null.</param>
    /// <param name="before">What can't be asked for.</param>
    public static Paging Of(int? limit, string? cursor, string? before) => before is null
        ? new Paging(limit ?? DefaultLimit, cursor)
        : throw JsonBody.Wrong("before", "can't be used; page forward with after");
}
