using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.GetContactTimeline;

internal sealed class GetContactTimelineValidator : AbstractValidator<GetContactTimelineQuery>
{
    public GetContactTimelineValidator() => RuleFor(query => query.Paging).Pages();
}
