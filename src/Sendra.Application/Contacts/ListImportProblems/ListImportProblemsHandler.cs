using MediatR;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.ListImportProblems;

internal sealed class ListImportProblemsHandler(IContactImports imports) : IRequestHandler<ListImportProblemsQuery, IAsyncEnumerable<LineProblem>>
{
    public async Task<IAsyncEnumerable<LineProblem>> Handle(ListImportProblemsQuery request, CancellationToken cancellationToken) =>
        await imports.FindAsync(request.Id, cancellationToken) is null ? throw new NotFoundException("import") : imports.ProblemsAsync(request.Id, cancellationToken);
}
