using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Http;

/// <summary>Reads times in addresses as ISO 8601, in UTC when they have no offset; MVC's own reading guesses.</summary>
internal sealed class Iso8601Binder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        // A + that was not escaped arrives as a blank.
        var text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue?.Replace(' ', '+');
        if (string.IsNullOrEmpty(text))
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (Iso8601.TryParse(text, out var time))
        {
            bindingContext.Result = ModelBindingResult.Success(time);
        }
        else
        {
            bindingContext.ModelState.AddModelError(bindingContext.ModelName, "it must be an ISO 8601 date or time, like 2026-01-31 or 2026-01-31T12:00:00Z.");
        }

        return Task.CompletedTask;
    }
}
