using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Suppressions.ListSuppressions;

internal sealed class ListSuppressionsHandler(ISuppressions suppressions) : IRequestHandler<ListSuppressionsQuery, Page<SuppressionResult>>
{
    public async Task<Page<SuppressionResult>> Handle(ListSuppressionsQuery request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.TryParse(request.Email, out var parsed, out _) ? parsed : null;
        var page = await suppressions.ListAsync(new SuppressionFilter(email, request.Scope, request.Origin), request.Paging, cancellationToken);
        return page.Select(SuppressionResult.From);
    }
}
