using Sendra.Application.Common;

namespace Sendra.WebApi.Contracts;

internal static class PageContracts
{
    public static PageResponse<TResponse> ToResponse<TResult, TResponse>(this Page<TResult> page, Func<TResult, TResponse> toResponse) =>
        new([.. page.Items.Select(toResponse)], page.NextCursor);
}
