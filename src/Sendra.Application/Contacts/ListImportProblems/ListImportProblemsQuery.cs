using MediatR;
using Sendra.Application.Contacts.ImportContacts;

namespace Sendra.Application.Contacts.ListImportProblems;

/// <summary>Reads the lines of an import that were refused, or saved without a value, as a stream.</summary>
public sealed record ListImportProblemsQuery(ContactImportId Id) : IRequest<IAsyncEnumerable<LineProblem>>;
