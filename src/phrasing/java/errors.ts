/**
 * How each library of Java shows a failure, as code. `{E}` is the error, `{W}` the word that is looked for, any other name in
 * braces a type.
 */

/** Errors of a library. */
export interface ErrorRow {
  /** Full name of the type that is caught. */
  type: string;
  /** It has to be declared where it is thrown. */
  checked?: true;
  status: string;
  /** Tests of the service's code, and of words of the message. */
  code: readonly string[];
  text: readonly string[];
}

const message = ['String.valueOf({E}.getMessage()).contains({W})'];

/** Errors, by id of the library. */
export const errorRows: Readonly<Record<string, ErrorRow>> = {
  'cosmos-java': {
    type: 'com.azure.cosmos.CosmosException',
    status: '{E}.getStatusCode()',
    code: message,
    text: message,
  },
  'documentdb-java': {
    type: 'com.microsoft.azure.documentdb.DocumentClientException',
    checked: true,
    status: '{E}.getStatusCode()',
    code: message,
    text: message,
  },
  'spring-cosmos-java': {
    type: 'com.azure.spring.data.cosmos.exception.CosmosAccessException',
    status: '{E}.getCosmosException().getStatusCode()',
    code: message,
    text: message,
  },
  'graph-java': {
    type: 'com.microsoft.graph.models.odataerrors.ODataError',
    status: '{E}.getResponseStatusCode()',
    code: [
      '{E}.getError().getCode().equals({W})',
      '{E}.getError().getDetails().stream().anyMatch(detail -> {W}.equals(detail.getCode()))',
    ],
    text: message,
  },
  'graph-java-v5': {
    type: 'com.microsoft.graph.http.GraphServiceException',
    status: '{E}.getResponseCode()',
    code: [
      'String.valueOf({E}.getServiceError().code).equals({W})',
      'String.valueOf({E}.getMessage(true)).contains({W})',
    ],
    text: ['String.valueOf({E}.getMessage(true)).contains({W})'],
  },
  'rest-template-java': {
    type: 'org.springframework.web.client.HttpStatusCodeException',
    status: '{E}.getStatusCode().value()',
    code: ['{E}.getResponseBodyAsString().contains({W})'],
    text: ['{E}.getResponseBodyAsString().contains({W})'],
  },
};

/** Answers that have to be looked at, by id of the library. */
export interface AnswerRow {
  type: string;
  status: string;
  /** What sending throws and has to be declared. */
  throws: readonly string[];
  /** Tests of words of the body, which is still there afterwards; one that is no text holds none. */
  text: string;
}

export const answerRows: Readonly<Record<string, AnswerRow>> = {
  'http-client-java': {
    type: 'java.net.http.HttpResponse<T>',
    status: '{E}.statusCode()',
    throws: ['java.io.IOException', 'java.lang.InterruptedException'],
    text: 'String.valueOf({E}.body()).contains({W})',
  },
  'okhttp-java': {
    type: 'okhttp3.Response',
    status: '{E}.code()',
    throws: ['java.io.IOException'],
    text: '{E}.peekBody(1 << 20).string().contains({W})',
  },
};
