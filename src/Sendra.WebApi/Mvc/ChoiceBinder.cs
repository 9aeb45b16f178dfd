using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mvc;

/// <summary>Reads choices in addresses by their names, as bodies do; MVC's own reading takes numbers, too, and several at once.</summary>
internal sealed class ChoiceBinder(Type type) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var text = bindingContext.ValueProvider.GetValue(bindingContext.ModelName).FirstValue;
        if (string.IsNullOrEmpty(text))
        {
            return Task.CompletedTask;
        }

        if (ChoiceNames.Of(type).TryGetValue(text, out var value))
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            bindingContext.ModelState.AddModelError(bindingContext.ModelName, $"it must be one of {ChoiceNames.ListOf(type)}.");
        }

        return Task.CompletedTask;
    }

    /// <summary>Finds them among all that is bound.</summary>
    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.UnderlyingOrModelType is { IsEnum: true } type ? new ChoiceBinder(type) : null;
    }
}
