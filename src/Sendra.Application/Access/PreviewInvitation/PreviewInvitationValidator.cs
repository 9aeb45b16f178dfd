using FluentValidation;

namespace Sendra.Application.Access.PreviewInvitation;

internal sealed class PreviewInvitationValidator : AbstractValidator<PreviewInvitationQuery>
{
    public PreviewInvitationValidator() =>
        RuleFor(query => query.Token).NotEmpty().WithMessage("token is required.").OverridePropertyName("token");
}
