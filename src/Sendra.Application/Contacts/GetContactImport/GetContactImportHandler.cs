using MediatR;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.GetContactImport;

internal sealed class GetContactImportHandler(IContactImports imports) : IRequestHandler<GetContactImportQuery, ContactImportResult>
{
    private const int ShownProblems = 100;

    public async Task<ContactImportResult> Handle(GetContactImportQuery request, CancellationToken cancellationToken)
    {
        var found = await imports.FindAsync(request.Id, cancellationToken) ?? throw new NotFoundException("import");
        return found with { Errors = await imports.ProblemsAsync(request.Id, cancellationToken).Take(ShownProblems).ToArrayAsync(cancellationToken) };
    }
}
