using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Messages.ListMessages;

internal sealed class ListMessagesValidator : AbstractValidator<ListMessagesQuery>
{
    public ListMessagesValidator()
    {
        RuleFor(query => query.From).Reads("from", FilterTimes.ProblemOf);
        RuleFor(query => query.To).Reads("to", FilterTimes.ProblemOf);
        RuleFor(query => query.Paging).Pages();
    }
}
