using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ListCustomFields;

internal sealed class ListCustomFieldsHandler(IRepository<CustomField> fields)
    : IRequestHandler<ListCustomFieldsQuery, Page<CustomFieldResult>>
{
    // A workspace has so few that a part is cut out of all of them.
    public async Task<Page<CustomFieldResult>> Handle(ListCustomFieldsQuery request, CancellationToken cancellationToken)
    {
        var after = request.Paging.AfterName;
        var rows = (await fields.ListAsync(CustomFieldSpec.All(), cancellationToken))
            .Where(field => after is null || string.CompareOrdinal(field.Name, after) > 0)
            .Take(request.Paging.Size + 1)
            .Select(CustomFieldResult.From)
            .ToArray();
        return request.Paging.Cut(rows, field => field.Name);
    }
}
