using System.Runtime.CompilerServices;
using MediatR;
using Sendra.Application.AuditLog;
using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ExportContacts;

internal sealed class ExportContactsHandler(
    IContactList contacts, IRepository<CustomField> fields, ISuppressions suppressions, IAuditLines audit, IReadReplica replica, IWorkspaceContext workspace, ExportPlaces places, LongWork work)
    : IRequestHandler<ExportContactsQuery, ExportedContacts>
{
    private const int PageSize = 500;

    public async Task<ExportedContacts> Handle(ExportContactsQuery request, CancellationToken cancellationToken)
    {
        var declared = await fields.DeclaredAsync(cancellationToken);
        return new ExportedContacts([.. declared.Keys.Order(StringComparer.Ordinal)], PagesAsync(request.Filter.Read(), declared, cancellationToken));
    }

    private async IAsyncEnumerable<IReadOnlyList<ContactResult>> PagesAsync(
        ContactFilter filter, IReadOnlyDictionary<string, CustomField> declared, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = places.Take(workspace.WorkspaceId);
        await audit.TellAsync(AuditAction.Exported, new AuditTarget(AuditTargetType.Contacts), cancellationToken);
        replica.Use();
        var paging = new Paging(PageSize);
        while (true)
        {
            var page = await work.RunAsync(workspace.WorkspaceId, () => ReadAsync(filter, declared, paging, cancellationToken), cancellationToken);
            yield return page.Items;
            if (page.NextCursor is null)
            {
                yield break;
            }

            paging = new Paging(PageSize, page.NextCursor);
        }
    }

    private async Task<Page<ContactResult>> ReadAsync(
        ContactFilter filter, IReadOnlyDictionary<string, CustomField> declared, Paging paging, CancellationToken cancellationToken)
    {
        var page = await contacts.ListAsync(filter, paging, cancellationToken);
        var suppressed = await suppressions.FindAsync([.. page.Items.Select(contact => contact.Email)], cancellationToken);
        return page.Select(contact => ContactResult.From(contact, declared, suppressed.GetValueOrDefault(contact.Email)));
    }
}
