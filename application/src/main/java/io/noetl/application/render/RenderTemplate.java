package io.noetl.application.render;

/** Renders a template that stands in no playbook. */
public interface RenderTemplate {

  /** What a template yields. Whatever is wrong with it is an answer too; positions are those inside the template. */
  RenderAnswer render(RenderRequest request);
}
