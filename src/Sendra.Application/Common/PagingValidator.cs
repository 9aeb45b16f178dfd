using FluentValidation;

namespace Sendra.Application.Common;

/// <summary>Rules for <see cref="Paging"/>; queries that page include it.</summary>
internal sealed class PagingValidator : AbstractValidator<Paging>
{
    public PagingValidator()
    {
        RuleFor(paging => paging.Limit).InclusiveBetween(1, Paging.MaxLimit)
            .OverridePropertyName("limit")
            .WithMessage($"limit must be between 1 and {Paging.MaxLimit}.");
    }
}
