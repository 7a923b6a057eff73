extension HostileDocument {
  /// The document. `@{name=text}` is a position whose text is but text, `@{name~text}` one that names something, and
  /// `@{name!text}` one that decides what something means; `@{name}` repeats it.
  static let template = #"""
    {
      "openapi": "3.1.0",
      "info": {
        "title": "@{title~Shop}", "version": "@{version=1}", "description": "@{description=All about it.}",
        "termsOfService": "@{terms=https://example.com/terms}", "summary": "@{summary=Sells.}",
        "contact": {"name": "@{contact=Ann}", "url": "@{contactURL=https://example.com}", "email": "@{email=a@b.c}"},
        "license": {"name": "@{license=MIT}", "identifier": "@{licenseID=MIT}"},
        "x-logo": {"url": "@{extension=logo.png}", "@{extensionKey=key}": ["@{extensionItem=item}"]}
      },
      "externalDocs": {"url": "@{docsURL=https://example.com/docs}", "description": "@{docs=More.}"},
      "servers": [
        {"url": "https://{host}.example.com/@{serverPath!v1}", "description": "@{server=Live.}",
          "variables": {"host": {"default": "@{variableDefault!api}", "enum": ["@{variableValue!api}", "other"],
            "description": "@{variable=The host.}"}}},
        {"url": "@{serverURL!https://test.example.com}"},
        {"url": "https://{@{variableName!region}}.example.com",
          "variables": {"@{variableName}": {"default": "eu"}}}
      ],
      "tags": [{"name": "@{tag~items}", "description": "@{tagText=Items.}",
        "externalDocs": {"url": "@{tagURL=https://example.com}", "description": "@{tagDocs=More.}"}}],
      "security": [{"@{scheme!bearer}": ["@{scope=read}"]}],
      "paths": {
        "/items/@{path!all}/{id}": {
          "summary": "@{pathSummary=One item.}", "description": "@{pathText=By its id.}",
          "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}, "description": "@{pathDoc=Id.}"},
            {"name": "@{query~page}", "in": "query", "description": "@{queryText=The page.}",
              "schema": {"type": "string", "default": "@{queryDefault=first}", "pattern": "@{queryPattern=a*}"},
              "example": "@{queryExample=second}"},
            {"name": "@{queryEnum~sort}", "in": "query",
              "schema": {"type": "array", "items": {"type": "string", "enum": ["@{queryValue~up}", "down"]}}},
            {"name": "@{deep~filter}", "in": "query", "style": "deepObject",
              "schema": {"type": "object", "properties": {"@{deepName~size}": {"type": "string"}}}},
            {"name": "@{header~X-Trace}", "in": "header", "schema": {"type": "string"}},
            {"name": "@{cookie~session}", "in": "cookie", "schema": {"type": "string"}},
            {"name": "styled", "in": "query", "style": "@{style!form}", "schema": {"type": "string"}},
            {"name": "placed", "in": "@{place!query}", "schema": {"type": "string"}},
            {"name": "encoded", "in": "query",
              "content": {"@{parameterType!application/json}": {"schema": {"type": "string"}}}}
          ],
          "get": {
            "operationId": "@{operation~getItem}", "tags": ["@{tag}"], "summary": "@{operationSummary=Gets one.}",
            "description": "@{operationText=Gets an item.}",
            "externalDocs": {"url": "@{operationURL=https://example.com}", "description": "@{operationDocs=More.}"},
            "responses": {
              "200": {"description": "@{response=The item.}",
                "headers": {"@{responseHeader!X-Rate}": {"description": "@{headerText=The rate.}",
                  "schema": {"type": "string"}}},
                "links": {"@{link=next}": {"operationId": "@{linkOperation=getItem}", "description": "@{linkText=Next.}"}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/@{schema|pointer}"},
                  "examples": {"@{exampleName=one}": {"summary": "@{exampleSummary=One.}", "value": "@{example=x}"}}}}},
              "@{status!4XX}": {"description": "@{failure=Not found.}",
                "content": {"@{failureType!application/problem+json}": {"schema": {"type": "object",
                  "properties": {"@{failureName~detail}": {"type": "string"}}}}}}
            },
            "callbacks": {"@{callback=done}": {"@{callbackURL={$request.body#/url}}": {}}}
          },
          "put": {
            "operationId": "put", "tags": ["@{tag}"],
            "requestBody": {"description": "@{body=The item.}",
              "content": {"@{bodyType!application/json}": {"schema": {"$ref": "#/components/schemas/@{schema|pointer}"}}}},
            "responses": {"204": {"description": "Done."}}
          },
          "post": {
            "operationId": "post", "tags": ["@{tag}"],
            "requestBody": {"content": {"multipart/form-data": {
              "schema": {"type": "object", "properties": {
                "@{part~file}": {"type": "string", "format": "binary"}, "@{field~note}": {"type": "string"}}},
              "encoding": {"@{part}": {"contentType": "@{partType!image/png}"}}}}},
            "responses": {"200": {"description": "Done.", "content": {"text/csv": {"schema": {"type": "string"}}}}}
          },
          "delete": {
            "operationId": "delete", "tags": ["@{tag}"],
            "requestBody": {"content": {"application/x-www-form-urlencoded": {
              "schema": {"type": "object", "properties": {"@{formName~reason}": {"type": "string"}}}}}},
            "responses": {"200": {"$ref": "#/components/responses/@{responseName|pointer}"}}
          }
        },
        "/@{otherPath!more}": {"get": {
          "x-client-name": "@{clientName!other}", "x-client-resource": "@{clientResource!others}",
          "responses": {"200": {"description": "Done.",
            "content": {"application/json": {"schema": {"$ref": "@{reference!#/components/schemas/Nowhere}"}}}}}}},
        "/file": {"get": {"responses": {"200": {"description": "Done.",
          "content": {"application/json": {"schema": {"$ref": "@{file!other.yaml}#/Thing"}}}}}}},
        "@{wholePath!/whole}": {"get": {"responses": {"204": {"description": "Done."}}}}
      },
      "webhooks": {"@{webhook=changed}": {"post": {"responses": {"200": {"description": "@{webhookText=Done.}"}}}}},
      "components": {
        "securitySchemes": {
          "@{scheme}": {"type": "http", "scheme": "bearer", "description": "@{schemeText=A token.}",
            "bearerFormat": "@{bearerFormat=JWT}"},
          "key": {"type": "apiKey", "in": "header", "name": "@{keyName!X-Key}"},
          "flow": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "@{tokenURL=https://example.com/token}",
            "scopes": {"@{scopeName=read}": "@{scopeText=Reads.}"}}}},
          "odd": {"type": "@{schemeType=custom}"}
        },
        "responses": {"@{responseName~Deleted}": {"description": "@{sharedResponse=Gone.}",
          "content": {"application/json": {"schema": {"type": "object",
            "properties": {"@{inlineName~gone}": {"type": "object", "properties": {"a": {"type": "string"}}}}}}}}},
        "schemas": {
          "@{schema~Item}": {
            "title": "@{schemaTitle~An item}", "type": "object", "description": "@{schemaText=An item.}",
            "required": ["@{property}", "@{unknownRequired=missing}"],
            "properties": {
              "@{property~name}": {"type": "string", "description": "@{propertyText=Its name.}",
                "title": "@{propertyTitle~Name}", "default": "@{default=none}", "pattern": "@{pattern=^a$}",
                "example": "@{propertyExample=Ann}", "examples": ["@{propertyExamples=Bob}"]},
              "@{nested~inner}": {"type": "object", "properties": {"x": {"type": "integer"}}},
              "colour": {"$ref": "#/components/schemas/@{enumeration|pointer}"},
              "formatted": {"type": "string", "format": "@{format=odd}"},
              "typed": {"type": "@{type!string}"},
              "wrapped": {"type": "string", "contentEncoding": "@{encoding=odd}", "contentMediaType": "@{media=odd}"},
              "constant": {"const": "@{constant~fixed}"},
              "size": {"type": "string", "enum": ["@{inlineValue~small}", "big"], "default": "@{inlineDefault!big}",
                "x-enum-descriptions": ["@{valueText=Small.}", "Big."]},
              "pet": {"$ref": "#/components/schemas/Pet"}
            },
            "patternProperties": {"@{patternProperty=^x-}": {"type": "string"}},
            "externalDocs": {"url": "@{schemaURL=https://example.com}", "description": "@{schemaDocs=More.}"},
            "$comment": "@{comment=A comment.}", "$anchor": "@{anchor=item}"
          },
          "@{enumeration~Colour}": {"type": "string", "enum": ["@{value~red}", "green"],
            "x-enum-varnames": ["@{varname~RED}", "GREEN"], "description": "@{enumerationText=A colour.}"},
          "Pet": {
            "oneOf": [{"$ref": "#/components/schemas/@{alternative|pointer}"}, {"$ref": "#/components/schemas/Dog"}],
            "discriminator": {"propertyName": "@{discriminator~kind}", "mapping": {
              "@{mappingKey~cat}": "#/components/schemas/@{alternative|pointer}",
              "dog": "Dog", "odd": "@{mappingValue!Nobody}"}}
          },
          "@{alternative~Cat}": {"type": "object", "required": ["@{discriminator}"],
            "properties": {"@{discriminator}": {"type": "string"}, "lives": {"type": "integer"}}},
          "Dog": {"type": "object", "required": ["@{discriminator}"],
            "properties": {"@{discriminator}": {"type": "string"}, "tricks": {"type": "integer"}}}
        }
      }
    }
    """#
}
