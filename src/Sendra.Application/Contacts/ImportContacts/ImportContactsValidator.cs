using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ImportContacts;

internal sealed class ImportContactsValidator : AbstractValidator<ImportContactsCommand>
{
    public ImportContactsValidator()
    {
        RuleFor(command => command.FileName).Reads("fileName", text => ValidationExtensions.SearchTextProblem(text, ImportContactsCommand.MaxFileNameLength));
        RuleFor(command => command.Mapping).Reads("mapping", mapping => mapping?.Count > ImportContactsCommand.MaxColumns ? $"must have at most {ImportContactsCommand.MaxColumns} columns" : null);
    }
}
